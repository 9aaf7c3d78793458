import { entitiesOfKeys } from '../import/check/graph-keys.ts';
import { compileQuestion } from '../src/graph/question.ts';
import { neighbours, outgoing, outletsOf, saidOf } from './around-questions.ts';
import { chunked, type Scope, type ScopeOptions } from './scope.ts';

/**
 * The entities within some hops of one, the relations among them, all that is said of them and among
 * them, and whatever that mentions. Its keys are held in memory.
 */
export async function aroundScope(
  options: ScopeOptions,
  seed: string,
  hops: number,
): Promise<Scope> {
  const near = await within(options, seed, hops);
  const { relations, datasets } = await relationsAmong(options, near);
  const { statements, mentioned } = await saidAmong(options, near);
  const documents = [...statements.keys()].sort();
  for (const keys of chunked(documents)) {
    for (const row of await options.client.read(compileQuestion(outletsOf, keys))) {
      datasets.add(row.dataset);
      for (const outlet of row.outlets) mentioned.add(outlet);
    }
  }
  const entities = [...new Set([...near, ...mentioned])].sort();
  for (const keys of chunked(entities)) {
    const rows = await options.client.read(compileQuestion(entitiesOfKeys, keys));
    for (const dataset of rows.flatMap((row) => row.allDatasets)) datasets.add(dataset);
  }
  return {
    ...{ datasets, complete: false },
    entities: () => each(chunked(entities)),
    documents: () => each(chunked(documents)),
    statements: () => each(chunked(documents.flatMap((key) => statements.get(key)?.sort() ?? []))),
    async *relations() {
      for (const type of Object.keys(options.ontology.relations)) {
        for (const ids of chunked(relations.get(type)?.sort() ?? [])) yield { type, ids };
      }
    },
  };
}

async function within({ client, ontology }: ScopeOptions, seed: string, hops: number) {
  const near = new Set([seed]);
  for (let rim = [seed], hop = 0; hop < hops && rim.length > 0; hop++) {
    const reached: string[] = [];
    for (const keys of chunked(rim)) {
      const rows = await client.read(compileQuestion(neighbours, { ontology, keys }));
      for (const { key } of rows) {
        if (near.has(key)) continue;
        near.add(key);
        reached.push(key);
      }
    }
    rim = reached;
  }
  return near;
}

async function relationsAmong({ client, ontology }: ScopeOptions, near: ReadonlySet<string>) {
  const relations = new Map<string, string[]>();
  const datasets = new Set<string>();
  for (const keys of chunked([...near])) {
    const rows = await client.read(compileQuestion(outgoing, { ontology, keys }));
    for (const { id, type } of rows.filter(({ to }) => near.has(to))) {
      push(relations, type, id);
    }
    const given = rows.filter(({ to }) => near.has(to)).flatMap((row) => row.datasets);
    for (const dataset of given) datasets.add(dataset);
  }
  return { relations, datasets };
}

async function saidAmong({ client }: ScopeOptions, near: ReadonlySet<string>) {
  const statements = new Map<string, string[]>();
  const mentioned = new Set<string>();
  for (const keys of chunked([...near])) {
    const rows = await client.read(compileQuestion(saidOf, keys));
    for (const row of rows.filter(({ object }) => object === null || near.has(object))) {
      push(statements, row.document, row.id);
      for (const key of row.mentioned) mentioned.add(key);
    }
  }
  return { statements, mentioned };
}

function push(lists: Map<string, string[]>, name: string, item: string): void {
  const list = lists.get(name);
  if (list) list.push(item);
  else lists.set(name, [item]);
}

async function* each<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  yield* items;
}
