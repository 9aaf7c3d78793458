import type { TypedDocumentString } from './gql/graphql.ts';

/** The data of one operation; throws what the server has against it. */
export async function ask<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors.map(({ message }: Error) => message).join('\n'));
  return data;
}
