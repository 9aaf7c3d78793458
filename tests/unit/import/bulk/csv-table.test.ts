import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CsvTable } from '../../../../import/bulk/csv/csv-table.ts';
import { propertiesOf } from '../../../../import/bulk/csv/properties.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-csv-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let tables = 0;
const listSeparator = '\u0080';

function written(rows: readonly object[]): string[] {
  const table = new CsvTable(join(folder, `${tables++}`), [':ID'], listSeparator);
  for (const [id, row] of rows.entries()) table.add([id], propertiesOf(row));
  const { header, rows: plain, multiline } = table.close();
  return [header, plain, ...(multiline === null ? [] : [multiline])].flatMap((path) =>
    readFileSync(path, 'utf8').trim().split('\n'),
  );
}

describe('a table for the offline importer', () => {
  it('quotes texts, and doubles the quotes in them', () => {
    const properties = { title: 'He said "no", again', empty: '' };
    expect(written([{ properties }])).toEqual([
      ':ID,title:string,empty:string',
      '0,"He said ""no"", again",""',
    ]);
  });

  it('takes types from the parts of a row, and from values', () => {
    const row = {
      properties: { price: 3, open: true, sameAs: [] },
      counts: { statementCount: 3 },
      dates: { published: '2024-02-29' },
      dateLists: { statementPublished: ['2024-01-01', '9999-12-31'] },
      points: { location: { latitude: 1.5, longitude: -2 } },
      denialOf: [0, 2],
      passageStart: 7,
      subject: 'a key of something linked',
    };
    expect(written([row])).toEqual([
      ':ID,price:double,open:boolean,sameAs:string[],statementCount:long,published:date,statementPublished:date[],location:point,denialOf:long[],passageStart:long',
      `0,3,true,"",3,2024-02-29,"2024-01-01${listSeparator}9999-12-31","{latitude: 1.5, longitude: -2}","0${listSeparator}2",7`,
    ]);
  });

  it('leaves out what is absent, and adds columns as they turn up', () => {
    const rows = [{ properties: { a: 'x', b: null } }, { properties: { b: 'y' } }, {}];
    expect(written(rows)).toEqual([':ID,a:string,b:string', '0,"x"', '1,,"y"', '2']);
  });

  it('keeps rows apart whose texts break lines, and takes rows of any length', () => {
    const long = 'x'.repeat(100_000);
    const rows = [{ properties: { a: 'one\ntwo' } }, { properties: { a: long } }];
    expect(written(rows)).toEqual([':ID,a:string', `1,"${long}"`, '0,"one', 'two"']);
  });

  it('refuses what would come back as something else', () => {
    expect(() => written([{ properties: { list: [''] } }])).toThrow('one empty text');
    expect(() => written([{ properties: { list: [`a${listSeparator}b`] } }])).toThrow('no element');
    expect(() => written([{ properties: { a: 'x' } }, { counts: { a: 1 } }])).toThrow('a is a');
  });
});
