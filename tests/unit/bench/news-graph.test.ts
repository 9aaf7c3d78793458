import { describe, expect, it } from 'vitest';
import { NewsGraph } from '../../../bench/graph/news-graph.ts';
import { recordSchemas } from '../../../import/check/schemas.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';

const size = { entities: 200, relations: 1_500, seed: 3 };

function held<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the ontology knows no such type');
  return value;
}

function recordsOf(seed: number) {
  const graph = new NewsGraph({ ...size, seed }, ontology);
  return {
    entities: graph.entities.records,
    documents: [...graph.documents()],
    relations: [...graph.relations()],
    attributes: [...graph.attributes()],
  };
}

describe('the graph that is made for measuring', () => {
  const made = recordsOf(3);

  it('is the same for the same seed, and another for another', () => {
    expect(recordsOf(3)).toEqual(made);
    expect(recordsOf(4).relations).not.toEqual(made.relations);
  });

  it('holds as many as were asked for, each entity and relation once', () => {
    const ids = made.relations.map(([first]) =>
      [first?.subject, first?.predicate, first?.object].join(),
    );
    expect(new Set(ids).size).toBe(size.relations);
    expect(new Set(made.entities.map(({ key }) => key)).size).toBe(size.entities);
  });

  it('has an affirming statement behind every relation, and several documents behind some', () => {
    expect(made.relations.every((all) => all.some((s) => s.polarity === 'AFFIRMED'))).toBe(true);
    expect(made.relations.some((all) => all.some((s) => s.polarity === 'NEGATED'))).toBe(true);
    const documents = made.relations.map((all) => new Set(all.map((s) => s.document)).size);
    expect(documents).toEqual(made.relations.map((all) => all.length));
    expect(Math.max(...documents)).toBeGreaterThan(4);
  });

  it('has hubs', () => {
    const degrees = new Map<string, number>();
    for (const [first] of made.relations) {
      for (const key of [first?.subject ?? '', first?.object ?? '']) {
        degrees.set(key, (degrees.get(key) ?? 0) + 1);
      }
    }
    const mean = (2 * size.relations) / size.entities;
    expect(Math.max(...degrees.values())).toBeGreaterThan(5 * mean);
  });

  it('is made of records that the import takes', () => {
    const schemas = recordSchemas(ontology);
    for (const record of made.entities) held(schemas.entity.get(record.type)).parse(record);
    for (const record of made.documents) schemas.document.parse(record);
    for (const record of [...made.relations.flat(), ...made.attributes]) {
      held(schemas.statement.get(record.predicate)).parse(record);
    }
  });
});
