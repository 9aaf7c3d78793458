import type { JsonLdDocument, Options } from 'jsonld';

/** Takes a property that means nothing in its context, and is left out for that. */
export type OnUnknown = (property: string) => void;

/** It takes a while to load, and only this form needs it. */
const load = () => import('jsonld');
let library: ReturnType<typeof load> | undefined;

/** schema.org by name. No context is ever fetched. */
const schemaOrg = {
  '@context': {
    '@vocab': 'http://schema.org/',
    schema: 'http://schema.org/',
    id: '@id',
    type: '@type',
  },
};
const schemaOrgUrl =
  /^https?:\/\/(www\.)?schema\.org(\/|\/docs\/jsonldcontext\.json(ld)?|\/version\/.*)?$/;

/** The nodes of a document in expanded form, or what is wrong with it. */
export async function expanded(
  document: unknown,
  onUnknown: OnUnknown,
): Promise<readonly unknown[] | { readonly problem: string }> {
  library ??= load();
  const { default: jsonld } = await library;
  let foreign: string | null = null;
  const options = {
    base: '',
    documentLoader: async (url: string) => {
      if (schemaOrgUrl.test(url)) {
        return { documentUrl: url, document: schemaOrg };
      }
      foreign = url;
      throw new Error('contexts are not fetched');
    },
    eventHandler: ({ event, next }: LibraryEvent) => {
      if (event.code === 'invalid property') onUnknown(String(event.details?.property));
      next();
    },
  };
  try {
    return await jsonld.expand(document as JsonLdDocument, options as Options.Expand);
  } catch (error) {
    if (foreign !== null) {
      const problem = `its context ${foreign} is not known, and nothing is fetched; use https://schema.org, or write the context into the file`;
      return { problem };
    }
    const isJsonLd = error instanceof Error && error.name.startsWith('jsonld.');
    // The library trips over objects where it takes words for granted.
    if (!isJsonLd && !(error instanceof TypeError)) throw error;
    return { problem: `no JSON-LD: ${error.message}` };
  }
}

interface LibraryEvent {
  readonly event: { readonly code: string; readonly details?: { readonly property?: unknown } };
  readonly next: () => void;
}
