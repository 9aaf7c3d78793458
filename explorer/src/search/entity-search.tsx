import { useDeferredValue, useId, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useView } from '../address/use-address.ts';
import { TypeMark } from '../canvas/type-mark.tsx';
import { useTexts } from '../language/use-texts.ts';
import { searchQuery } from '../queries/search.ts';

interface EntitySearchProps {
  readonly label: string;
  readonly placeholder: string;
  /** Is given the key of what was found. */
  choose(key: string): void;
}

/** Finds an entity by any of its names. */
export function EntitySearch({ label, placeholder, choose: chosen }: EntitySearchProps) {
  const { t, code: language } = useTexts();
  const view = useView();
  const id = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const box = useRef<HTMLInputElement>(null);
  const asked = useDeferredValue(text.trim());
  const [{ data, fetching, error }] = useQuery({
    query: searchQuery,
    variables: { text: asked, view, language },
    pause: asked === '',
  });
  const edges = asked === '' ? [] : (data?.search.edges ?? []);

  const choose = (key: string) => {
    setOpen(false);
    setText('');
    box.current?.blur();
    chosen(key);
  };
  const onKey = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && edges.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((active + step + edges.length) % edges.length);
    } else if (event.key === 'Enter') {
      const found = edges[active];
      if (found) choose(found.node.key);
    } else if (event.key === 'Escape') setOpen(false);
  };
  const isOpen = open && asked !== '' && !error && (edges.length > 0 || !fetching);
  return (
    <search className="search" aria-label={label}>
      <input
        ref={box}
        type="search"
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && edges[active] ? `${id}-${active}` : undefined}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKey}
      />
      <div
        className="suggestions"
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        hidden={!isOpen}
      >
        {edges.map(({ node, matches }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard in the field.
          <div
            key={node.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(node.key)}
          >
            <TypeMark type={node.type} />
            <span>
              <strong>{node.name}</strong>
              <small>{hintOf(node, matches, t.alsoCalled) ?? t.types[node.type]}</small>
            </span>
          </div>
        ))}
        {edges.length === 0 && <p>{t.nothingFound}</p>}
      </div>
      {error && (
        <p className="problem" role="alert">
          {error.networkError
            ? t.failed
            : error.graphQLErrors.map(({ message }) => message).join(' ')}
        </p>
      )}
    </search>
  );
}

/** Why it was found, where its name does not tell; else what it is. */
function hintOf(
  { name, description }: { readonly name: string; readonly description: string | null },
  matches: readonly { readonly text: string; readonly field: string }[],
  also: string,
): string | null {
  const [match] = matches;
  const isAlias =
    match && match.text.length < 60 && match.text !== name && match.field !== 'description';
  return isAlias ? `${also} ${match.text}` : description;
}
