// Who promised what, by when: no library, no build. Run: node examples/clients/fetch/promises.mjs [key]
const api = process.env.CLAIMGRAPH_API ?? 'http://localhost:4000/graphql';
const key = process.argv[2] ?? 'lei-jun';

const query = `query Promises($key: String!) {
  entity(ref: { key: $key }) {
    name
    ... on Person { announced { ...promises } }
    ... on Company { announced { ...promises } }
  }
}

fragment promises on RelatedPlanConnection {
  nodes { name status due { label } }
}`;

const response = await fetch(api, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query, variables: { key } }),
});
const { data, errors } = await response.json();
if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
if (!data.entity) {
  console.error(`There is no entity with the key ${key}.`);
  process.exit(1);
}

console.log(`${data.entity.name} announced`);
for (const { name, status, due } of data.entity.announced?.nodes ?? []) {
  console.log(`- ${name}: ${due?.label ?? 'no date'}, ${status}`);
}
