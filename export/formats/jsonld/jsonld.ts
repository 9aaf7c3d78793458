import type { Source } from '../../source.ts';
import { claimThing, relationThings } from './claim.ts';
import { datasetThing, documentThing, entityThing } from './entity.ts';
import { context, type Thing } from './vocabulary.ts';

/** One document with everything in its `@graph`, a thing a line. Its context needs no network. */
export async function* jsonld(source: Source): AsyncGenerator<string> {
  yield `{"@context": ${JSON.stringify(context)},\n"@graph": [`;
  let separator = '\n';
  for await (const thing of things(source)) {
    yield separator + JSON.stringify(thing, withoutNothing);
    separator = ',\n';
  }
  yield '\n]}\n';
}

async function* things(source: Source): AsyncGenerator<Thing> {
  for (const dataset of await source.datasets()) yield datasetThing(dataset);
  for await (const entity of source.entities()) yield entityThing(entity, source.ontology);
  for await (const document of source.documents()) yield documentThing(document);
  for await (const statement of source.statements()) yield claimThing(statement);
  for await (const relation of source.relations()) yield* relationThings(relation);
}

/** What is not given is left out. */
function withoutNothing(_: string, value: unknown): unknown {
  const isNothing = value === null || (Array.isArray(value) && value.length === 0);
  return isNothing ? undefined : value;
}
