import type { Ontology } from '../../../schema/ontology/define.ts';
import { type Linker, linked } from '../foreign/linker.ts';
import type { SourceCounts } from '../foreign/source-counts.ts';
import type { Reading } from '../reading.ts';
import { describeNode, typeOf } from './describe-node.ts';
import { DescribedThings, isPart } from './described-things.ts';
import { type DocumentItems, documents } from './documents.ts';
import { expanded } from './expand.ts';
import { linkNode } from './link-node.ts';
import { nodeOf, outsideOfContext } from './node.ts';
import { things as entityTypes } from './schema-org.ts';

/** Reads things of schema.org from JSON-LD. What is said between them comes last. */
export function readJsonLd(
  file: string,
  ontology: Ontology,
  counts: SourceCounts,
): AsyncGenerator<Reading> {
  return linked(ontology, counts, async function* (linker) {
    for await (const document of documents(file)) {
      if ('readable' in document) yield document;
      else yield* readDocument(document, linker, counts);
    }
  });
}

async function* readDocument(items: DocumentItems, linker: Linker, counts: SourceCounts) {
  const things = new DescribedThings();
  for (const { value, position } of items) {
    const unknown: string[] = [];
    const nodes = await expanded(value, (property) => unknown.push(property));
    const described = 'problem' in nodes ? [] : nodes.map(nodeOf);
    if ('problem' in nodes || described.every(({ values }) => values.size === 0)) {
      const nothing = 'says nothing in its context; give "@context": "https://schema.org"';
      const message = 'problem' in nodes ? nodes.problem : nothing;
      yield { readable: false, position, code: 'SYNTAX', message, found: value } as const;
      continue;
    }
    for (const property of unknown) counts.property(outsideOfContext, property);
    for (const node of described) {
      things.collect(node, position);
      if (!isPart(node)) continue;
      // By itself, it is part of nothing.
      counts.count(typeOf(node), 'read');
      counts.count(typeOf(node), 'withoutCounterpart');
    }
  }
  for (const [key, { node, position }] of things.found) {
    const type = typeOf(node);
    counts.count(type, 'read');
    const thing = entityTypes.get(type);
    linker.describe(key, thing?.type ?? null);
    if (!thing) {
      counts.count(type, 'withoutCounterpart');
      continue;
    }
    const value = describeNode(node, key);
    yield { readable: true, kind: 'entity', value, position, source: type } as const;
    await linkNode({ node, key, type, position, things, linker, counts });
  }
}
