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

let rendered: { readonly options: string; readonly page: string } | undefined;

/** GraphiQL as one page: nothing of it comes from elsewhere. Kept, as it is 9 MB to put together. */
export function renderPage(options?: GraphiQLOptions): string {
  const wanted = JSON.stringify(options);
  if (rendered?.options !== wanted) {
    const page = renderGraphiQL({ ...options, favicon, logo: mark });
    rendered = { options: wanted, page: page.replace('</head>', `${style}</head>`) };
  }
  return rendered.page;
}
