import type { Enums } from './enums.ts';
import type { Parts } from './parts.ts';
import { reads } from './reads.ts';

interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

const position = reads<Position>();

/** The GraphQL types of the properties that entities own: `CompanyKind`, `Position`, `String`. */
export function definePropertyTypes({ builder, ontology }: Pick<Parts, 'builder' | 'ontology'>) {
  const PositionType = builder.objectRef<Position>('Position').implement({
    description: 'A position on the earth, WGS 84.',
    fields: (t) => ({
      latitude: t.float({
        description: 'Degrees north.',
        ...position('latitude')(({ latitude }) => latitude),
      }),
      longitude: t.float({
        description: 'Degrees east.',
        ...position('longitude')(({ longitude }) => longitude),
      }),
    }),
  });
  const enums = new Map<string, Record<string, Enums['EntityType']>>();
  for (const [type, { properties }] of Object.entries(ontology.entities)) {
    for (const [name, { kind, values, description }] of Object.entries(properties)) {
      if (kind !== 'enum') continue;
      const ref = builder.enumType(`${type}${name.charAt(0).toUpperCase()}${name.slice(1)}`, {
        description,
        values: Object.fromEntries(
          values.map((value) => [value, { description: value.toLowerCase().replaceAll('_', ' ') }]),
        ),
      });
      enums.set(type, { ...enums.get(type), [name]: ref });
    }
  }
  return {
    /** By entity type and property. */
    enums,
    typeOf: (type: string, name: string) => {
      const kind = ontology.entities[type]?.properties[name]?.kind;
      return kind === 'point' ? PositionType : (enums.get(type)?.[name] ?? 'String');
    },
  };
}
