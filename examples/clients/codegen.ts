import type { CodegenConfig } from '@graphql-codegen/cli';

/** GraphQL Code Generator with its client preset: types of the operations that the pages write down. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  generates: {
    'examples/clients/react/gql/': {
      preset: 'client',
      documents: 'examples/clients/react/*.tsx',
      // fetch sends text: no document is parsed in the browser.
      config: { documentMode: 'string' },
    },
    'examples/clients/apollo/gql/': {
      preset: 'client',
      documents: 'examples/clients/apollo/*.tsx',
      // Fragments are read as they come: no useFragment at each use.
      presetConfig: { fragmentMasking: false },
    },
    'examples/clients/apollo/gql/possible-types.ts': {
      plugins: ['fragment-matcher'],
      config: { useExplicitTyping: true },
    },
  },
  config: {
    scalars: { Date: 'string', URL: 'string', JSONObject: 'Record<string, unknown>' },
    enumsAsTypes: true,
    onlyOperationTypes: true,
    useTypeImports: true,
    strictScalars: true,
  },
};

export default config;
