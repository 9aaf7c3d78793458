import anyAscii from 'any-ascii';
import { fold } from '../../schema/text/fold.ts';

/** A name in the forms in which it may be the same as another. */
export interface NameForms {
  readonly folded: string;
  /** In Latin letters, digits and single spaces: 小米 is `xiaomi`. */
  readonly latin: string;
  /** Without spaces: transliteration sets none, so that 雷军 is `leijun`. */
  readonly compact: string;
  /** Of a company without its legal form; of a person with its words in order. */
  readonly bare: string;
}

export function nameForms(name: string, type: string): NameForms {
  const folded = fold(name);
  const latin = fold(anyAscii(name).replace(/[^\p{L}\p{N}]+/gu, ' ')) || folded;
  const compact = latin.replaceAll(' ', '');
  return { folded, latin, compact, bare: bareForms[type]?.(latin) ?? latin };
}

const bareForms: Readonly<Record<string, (latin: string) => string>> = {
  Company: (latin) => {
    const words = latin.split(' ');
    const last = words.findLastIndex((word) => !legalForms.has(word));
    return last < 0 ? latin : words.slice(0, last + 1).join(' ');
  },
  Person: (latin) => latin.split(' ').sort().join(' '),
};

/** What stands behind the names of companies and does not tell them apart. */
const legalForms = new Set([
  ...[
    'ab',
    'ag',
    'as',
    'bv',
    'co',
    'company',
    'corp',
    'corporation',
    'gmbh',
    'inc',
    'incorporated',
  ],
  ...[
    'kg',
    'kk',
    'limited',
    'llc',
    'llp',
    'ltd',
    'nv',
    'oy',
    'oyj',
    'plc',
    'sa',
    'sarl',
    'se',
    'spa',
  ],
]);
