import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { useTexts } from '../language/use-texts.ts';

/** What there is until an answer is there, or instead of one. */
export function Waiting({
  error,
  retry,
}: {
  readonly error: CombinedError | undefined;
  retry(): void;
}) {
  const { t } = useTexts();
  const inWords: Readonly<Record<string, string>> = t.problems;
  if (!error)
    return (
      <p className="quiet" role="status">
        {t.loading}
      </p>
    );
  return (
    <div className="problem" role="alert">
      <p>
        {error.networkError
          ? t.failed
          : error.graphQLErrors
              .map(({ message, extensions }) => inWords[`${extensions.code}`] ?? message)
              .join(' ')}
      </p>
      <button type="button" onClick={retry}>
        {t.again}
      </button>
    </div>
  );
}

/** Parts of a line, with a dot between those that are there. */
export function Line({
  parts,
  className,
}: {
  readonly parts: readonly ReactNode[];
  readonly className?: string;
}) {
  const there = parts.filter(
    (part) => part !== null && part !== undefined && part !== false && part !== '',
  );
  return (
    <p className={className ?? 'quiet'}>
      {there.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a line have no other order.
        <span key={index}>
          {index > 0 && ' · '}
          {part}
        </span>
      ))}
    </p>
  );
}
