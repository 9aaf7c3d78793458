import { useDeferredValue, useId, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useAddress, useView } from '../address/use-address.ts';
import { TypeMark } from '../canvas/type-mark.tsx';
import { useTexts } from '../language/use-texts.ts';
import { searchQuery } from '../queries/search.ts';

/** Finds an entity by any of its names; opens it with what surrounds it. */
export function SearchBox() {
  const { t, code: language } = useTexts();
  const { address, go } = useAddress();
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
    go({
      ...{ entity: key, relation: null, between: null },
      around: [...new Set([...address.around, key])],
      page: address.page === 'plans' ? 'graph' : address.page,
    });
  };
  const onKey = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && edges.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((active + step + edges.length) % edges.length);
    } else if (event.key === 'Enter') {
      const chosen = edges[active];
      if (chosen) choose(chosen.node.key);
    } else if (event.key === 'Escape') setOpen(false);
  };
  const isOpen = open && asked !== '' && !error && (edges.length > 0 || !fetching);
  return (
    <search className="search">
      <input
        ref={box}
        type="search"
        role="combobox"
        aria-label={t.searchLabel}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && edges[active] ? `${id}-${active}` : undefined}
        placeholder={t.search}
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
        aria-label={t.searchLabel}
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
          {error.message}
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
