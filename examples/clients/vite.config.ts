import { fileURLToPath } from 'node:url';
import { transformAsync } from '@babel/core';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Turns Relay's graphql tags into what relay-compiler has made of them. */
const relay: Plugin = {
  name: 'relay',
  async transform(code, filename) {
    if (!code.includes('graphql`') || !filename.includes('/relay/')) return null;
    const transformed = await transformAsync(code, {
      ...{ filename, configFile: false, babelrc: false, sourceMaps: true },
      plugins: [['relay', { eagerEsModules: true }]],
    });
    return transformed?.code ? { code: transformed.code, map: transformed.map ?? null } : null;
  },
};

// The pages ask the server that they come from: it lets no other origin in.
const proxy = { '/graphql': process.env.CLAIMGRAPH_URL ?? 'http://localhost:4000' };

const page = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  plugins: [react(), relay],
  server: { proxy },
  preview: { proxy },
  build: {
    rolldownOptions: {
      input: ['index', 'react/index', 'apollo/index', 'urql/index', 'relay/index'].map((name) =>
        page(`${name}.html`),
      ),
    },
  },
});
