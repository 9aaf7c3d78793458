import { readFileSync } from 'node:fs';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { GraphiQLOptions } from 'graphql-yoga';

const mark = readFileSync(new URL('./mark.svg', import.meta.url), 'utf8');

const favicon = `data:image/svg+xml;base64,${Buffer.from(mark).toString('base64')}`;

/**
 * Tabs can be dragged, and the library that does it gives them a stale offset while the page is
 * built. GraphiQL hides the offset until a tab has the focus: then the tab jumps away from under
 * the pointer, and the first click on each is lost.
 */
const style = '<style>.graphiql-tab { transform: none !important; }</style>';

/** GraphiQL as one page: nothing of it comes from elsewhere. */
export function renderPage(options?: GraphiQLOptions): string {
  const page = renderGraphiQL({ ...options, favicon, logo: mark });
  return page.replace('</head>', `${style}</head>`);
}
