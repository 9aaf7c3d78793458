import graphql from '@graphql-eslint/eslint-plugin';

/** How schema/schema.graphql is written: npm run check asks it. TypeScript is Biome's. */
export default [
  {
    files: ['schema/schema.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: './schema/schema.graphql' } },
    },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      // What is ranked (search, paths, timeline …) is paged forward only; lists are paged both ways.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      // Rows that have no id of their own (paths, matches) stand in lists as well; and the contract has
      // lists without cursors, where an answer is short and whole: facts, revisions, aliases.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
      // An id is what Node promises: parts of an answer, such as TimeWindow, are not asked for again.
      '@graphql-eslint/strict-id-in-types': 'off',
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          rootField: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          DirectiveDefinition: true,
        },
      ],
    },
  },
];
