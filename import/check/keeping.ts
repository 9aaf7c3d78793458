import type { Ontology } from '../../schema/ontology/define.ts';
import { relationIdentity } from '../identity.ts';

/**
 * What an import must not retract although the input does not say it: a refused record is a mistake
 * in the input, not word that the thing is gone. Where it cannot be told which thing a refused
 * record was about, everything that it might have been stays.
 */
export class Keeping {
  readonly #all = new Set<string>();
  readonly #kinds = new Set<string>();
  readonly #things = new Set<string>();
  readonly #ontology: Ontology;

  constructor(ontology: Ontology) {
    this.#ontology = ontology;
  }

  /** `kind` is null where not even that could be read. */
  keep(dataset: string, kind: string | null, value: unknown): void {
    if (kind === null || kind === 'dataset') this.#all.add(dataset);
    else {
      const thing = identityOf(kind, value, this.#ontology);
      if (thing === null) this.#kinds.add(place(dataset, kind));
      else this.#things.add(place(dataset, kind, thing));
    }
  }

  keepsEntity(dataset: string, key: string): boolean {
    return this.#keeps(dataset, 'entity', key);
  }

  keepsDocument(dataset: string, key: string): boolean {
    return this.#keeps(dataset, 'document', key);
  }

  /** Whether the statements of the document that the input does not repeat stay. */
  keepsStatementsOf(dataset: string, document: string): boolean {
    return this.#keeps(dataset, 'statement', document) || this.keepsDocument(dataset, document);
  }

  keepsRelation(dataset: string, id: string): boolean {
    return this.#keeps(dataset, 'relation', id);
  }

  #keeps(dataset: string, kind: string, thing: string): boolean {
    return (
      this.#all.has(dataset) ||
      this.#kinds.has(place(dataset, kind)) ||
      this.#things.has(place(dataset, kind, thing))
    );
  }
}

function place(...parts: string[]): string {
  return parts.join('\n');
}

/** A statement stands for all of its document: which one it was is a hash of what is wrong. */
function identityOf(kind: string, value: unknown, ontology: Ontology): string | null {
  const text = (name: string) => {
    const found = Object(value)[name] as unknown;
    return typeof found === 'string' ? found : null;
  };
  if (kind === 'statement') return text('document');
  if (kind !== 'relation') return text('key');
  const [type, from, to, role] = [text('type'), text('from'), text('to'), text('role')];
  if (type === null || from === null || to === null) return null;
  return relationIdentity({ type, from, to, role: role ?? undefined }, ontology).id;
}
