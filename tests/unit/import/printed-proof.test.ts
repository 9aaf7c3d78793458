import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { sha256Of } from '../../../import/check/copies.ts';
import { printedProof } from '../../../import/proof/printed-proof.ts';
import { proofOf } from '../../../import/proof/proof-of.ts';
import { valueWords } from '../../../import/words/value-words.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';

const fixture = fileURLToPath(new URL('../../fixtures/import/acme-rockets', import.meta.url));

test('a proof is printed as a line for each statement, with names, units and qualifiers in words', async () => {
  const proof = await proofOf({ ontology, paths: [fixture], beside: [fixture] });
  expect(proof.rejects).toEqual([]);
  const printed = printedProof(proof);
  expect(printed).toMatch(/^# Acme and its rockets\n\n10 statements in 2 documents\.\n\n## Acme/);
  expect(printed).toContain(
    `## Acme plans a hotel

\`star-2024\` · title inferred · en · published 1 March 2024 (\`2024-03-01\`) · publisher Daily Star · based on The Wire · 500 code points · 5 statements

- 0–10 · **Jane Roe** announced **A hotel on the moon** · FACT, affirmed · when: February 2024 (\`2024-02\`)
- no passage · **Acme** pursues **A hotel on the moon** · REPORTED, affirmed · via The Wire
  - Acme works on the hotel.
  - Acme arbeitet am Hotel.
- no passage · **A hotel on the moon**: due – 2027 (\`2027\`) · ANNOUNCED, affirmed · said by Jane Roe
- no passage · **Rocket One**: price – 100 EUR, in **Luna-Stadt Süd** · FACT, affirmed
- no passage · **Boom Motors** partners with **Acme** as engines · SPECULATED, affirmed
`,
  );
  expect(printed).toContain(
    '- no passage · **Rocket One**: rank – 1, scope: moon rockets, compared with **Boom Motors** · SPECULATED, affirmed\n',
  );
  expect(printed).toContain('**Acme** partners with **Boom Motors** as engines · FACT, **denied**');
});

test('a reader’s own copy gives the line and the words of a passage', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-proof-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const text = 'The moon.\nAcme  is a\nmember of the club.';
  writeFileSync(join(folder, 'copy.txt'), text);
  const passage = { start: 10, end: text.length, sha256: sha256Of(text.slice(10)) };
  const lines = [
    { kind: 'entity', key: 'acme', type: 'Company', nameEn: 'Acme' },
    { kind: 'entity', key: 'club', type: 'Company', nameDe: 'Klub' },
    {
      ...{ kind: 'document', key: 'd', title: 'D', language: 'en' },
      ...{ textSha256: sha256Of(text), textLength: text.length },
    },
    {
      ...{ kind: 'statement', document: 'd', subject: 'acme', predicate: 'MEMBER_OF' },
      ...{ object: 'club', modality: 'FACT', passage },
    },
    { kind: 'statement', document: 'd', subject: 'acme', predicate: 'MEMBER_OF', object: 'nobody' },
  ];
  const input = join(folder, 'club.ndjson');
  writeFileSync(input, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const paths = { paths: [input], beside: [fixture], documents: folder };
  const proof = await proofOf({ ontology, ...paths });
  expect(printedProof(proof)).toMatch(
    /line 2, 10–40 · \*\*Acme\*\* is a member of \*\*Klub\*\* · FACT, affirmed\n {2}- > Acme is a member of the club\.$/,
  );
  expect(proof.rejects).toMatchObject([{ line: 5, code: 'MISSING' }]);
});

test.each([
  [{ number: 215900, unit: 'CNY' }, '215,900 CNY'],
  [{ min: 100, unit: 'shops' }, 'at least 100 shops'],
  [{ max: 15000, unit: 'units', approximate: true }, 'at most about 15,000 units'],
  [{ min: 6, max: 7, unit: 'years', approximate: true }, 'about 6 to 7 years'],
  [{ boolean: false }, 'no'],
  [{ time: '../2029' }, 'by 2029 (`../2029`)'],
  [{ text: 'in the near future' }, 'in the near future'],
])('%j reads "%s"', (value, words) => {
  expect(valueWords(value)).toBe(words);
});
