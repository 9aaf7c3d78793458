import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

type Files = Readonly<Record<string, readonly string[]>>;

async function filesOf(folder: string): Promise<Record<string, string[]>> {
  const names = (await readdir(folder)).filter((name) => /\.(csv|json)$/.test(name));
  const read = names.map(async (name) => {
    const text = await readFile(join(folder, name), 'utf8');
    const lines = name.endsWith('.json')
      ? (JSON.parse(text) as unknown[]).map((item) => JSON.stringify(item))
      : text.trimEnd().split('\n');
    return [name, lines] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

/** Forty jobs of LDBC SNB, with the people, organisations and places that they lead to. */
export async function sampleOfSnb(folder: string): Promise<Files> {
  const files = await filesOf(folder);
  const kept: Record<string, string[]> = {};
  const keep = (file: string, column: number, ids: ReadonlySet<string>) => {
    const [header = '', ...rows] = files[file] ?? [];
    const some = rows.filter((row) => ids.has(row.split('|')[column] ?? ''));
    kept[file] = [header, ...some];
    return (other: number) => new Set(some.map((row) => row.split('|')[other] ?? ''));
  };
  const jobs = (files['person_workAt_organisation_0_0.csv'] ?? []).slice(0, 41);
  const ids = (column: number) => new Set(jobs.slice(1).map((row) => row.split('|')[column] ?? ''));
  kept['person_workAt_organisation_0_0.csv'] = jobs;
  for (const [file, column] of [
    ['person_0_0.csv', 0],
    ['person_knows_person_0_0.csv', 0],
    ['person_studyAt_organisation_0_0.csv', 0],
    ['person_isLocatedIn_place_0_0.csv', 0],
  ] as const) {
    keep(file, column, ids(0));
  }
  keep('organisation_0_0.csv', 0, ids(1));
  const places = keep('organisation_isLocatedIn_place_0_0.csv', 0, ids(1))(1);
  for (let before = 0; before < places.size; ) {
    before = places.size;
    for (const larger of keep('place_isPartOf_place_0_0.csv', 0, places)(1)) places.add(larger);
  }
  keep('place_isPartOf_place_0_0.csv', 0, places);
  keep('place_0_0.csv', 0, places);
  return kept;
}

/** The first companies of FinKG, and the first rows of every other file; of owners those that remain. */
export async function sampleOfFinkg(folder: string): Promise<Files> {
  const files = await filesOf(folder);
  const companies = (files['companies-reduced.csv'] ?? []).slice(0, 61);
  const known = new Set(companies.map((row) => row.split(',')[0]));
  const ofKnown = (rows: readonly string[]) =>
    rows.filter((row, index) => index === 0 || known.has(row.split(',')[0])).slice(0, 61);
  return Object.fromEntries(
    Object.entries(files).map(([file, rows]) => {
      if (file === 'new_events_with_ids.json') return [file, rows];
      if (file === 'IS_PARTIAL_OWNER_OF.csv' || file === 'HAS_STATE_LOCATION.csv') {
        return [file, ofKnown(rows)];
      }
      return [file, rows.slice(0, 61)];
    }),
  );
}
