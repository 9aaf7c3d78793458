import { isObjectType, parse, printSchema, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../../schema/graphql/schema.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';

const schema = buildSchema(ontology);

describe('the schema', () => {
  it('describes every type, field, argument and enum value', () => {
    const silent: string[] = [];
    visit(parse(printSchema(schema)), {
      enter(node) {
        const isDescribable = /TypeDefinition$|^(Field|InputValue|EnumValue)Definition$/.test(
          node.kind,
        );
        if (isDescribable && !('description' in node && node.description) && 'name' in node) {
          silent.push(`${node.kind} ${node.name?.value}`);
        }
      },
    });
    expect(silent).toEqual([]);
  });

  it.each([...Object.keys(ontology.entities), 'Relation', 'Statement', 'Document', 'Path', 'Hop'])(
    'lets every field of %s say what it reads',
    (name) => {
      const type = schema.getType(name);
      const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
      expect(fields.length).toBeGreaterThan(0);
      const mute = fields.filter(
        ({ extensions }) => !('reads' in extensions) && !('follows' in extensions),
      );
      // An id is made of the key by the relay plugin.
      expect(mute.map((field) => field.name).filter((field) => field !== 'id')).toEqual([]);
    },
  );

  it('has nothing of the contract that is not built', () => {
    expect(printSchema(schema)).not.toMatch(
      /reachable|timeline|\bfacts\b|revisions|CompiledQuery|minHops|maxDegree/,
    );
  });
});
