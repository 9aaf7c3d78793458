import { browserLink } from '../../src/graph/browser-link.ts';
import type { CompiledCypher } from '../../src/graph/cypher.ts';
import type { Parts } from '../graphql/parts.ts';

export function defineCompiledQuery({ builder }: Pick<Parts, 'builder'>) {
  return builder.objectRef<CompiledCypher>('CompiledQuery').implement({
    description: 'A question as Neo4j was asked it.',
    fields: (t) => ({
      cypher: t.string({
        description: 'The Cypher, to be pasted after the parameters are set.',
        resolve: ({ text }) => text,
      }),
      parameters: t.string({
        description:
          'Its parameters, as the command of Neo4j Browser that sets them: `:params` and a map.',
        resolve: ({ parameters }) => `:params ${JSON.stringify(parameters)}`,
      }),
      browserUrl: t.field({
        type: 'URL',
        nullable: true,
        description:
          'Neo4j Browser with the Cypher in its editor, parameters written out; null where its address is not known, or the link would be too long.',
        resolve: (query, _args, { browserUrl }) => browserUrl && browserLink(browserUrl, query),
      }),
    }),
  });
}

export type CompiledQueryRef = ReturnType<typeof defineCompiledQuery>;
