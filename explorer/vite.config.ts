import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Where `npm start` serves the API; set CLAIMGRAPH_URL for a server elsewhere. */
const api = process.env.CLAIMGRAPH_URL ?? 'http://127.0.0.1:4000';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Content that is inlined as data: would need a weaker policy.
    assetsInlineLimit: 0,
    // KB before compression; tests/e2e/explorer.test.ts weighs what goes over the wire.
    chunkSizeWarningLimit: 600,
    modulePreload: { polyfill: false },
  },
  server: { host: '127.0.0.1', proxy: { '/graphql': api } },
});
