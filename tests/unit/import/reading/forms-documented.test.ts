import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as ftm from '../../../../import/read/ftm/schemata.ts';
import * as jsonld from '../../../../import/read/jsonld/schema-org.ts';

const path = fileURLToPath(new URL('../../../../docs/forms.md', import.meta.url));

/** From their names to what the table says beside them. */
async function tableOf(form: string): Promise<Map<string, string>> {
  const text = await readFile(path, 'utf8');
  const section = text.split(`<!-- ${form} -->`)[1]?.split(`<!-- /${form} -->`)[0] ?? '';
  const rows = section.trim().split('\n').slice(2);
  return new Map(
    rows.flatMap((row) => {
      const [, theirs = '', ours = ''] = row.split('|');
      return theirs.split(',').map((name) => [name.trim(), ours] as const);
    }),
  );
}

test.each([
  ['ftm', [...ftm.things, ...ftm.interstitials, ...ftm.linkProperties]],
  ['jsonld', [...jsonld.things, ...jsonld.linkProperties]],
] as const)('docs/forms.md says of %s what the import makes of it', async (form, declared) => {
  const table = await tableOf(form);
  expect([...table.keys()].sort()).toEqual(declared.map(([name]) => name).sort());
  for (const [name, what] of declared) {
    for (const ours of 'relations' in what ? what.relations : [what.type]) {
      expect(`${name} → ${table.get(name)}`).toMatch(new RegExp(`\\b${ours}\\b`));
    }
  }
});
