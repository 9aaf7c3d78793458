import type { WindowRow } from '../../src/graph/rows/relation.ts';
import { type Language, timeLabel } from '../claims/time-label.ts';
import type { Parts } from './parts.ts';
import { reads } from './reads.ts';

const window = reads<WindowRow>();

export function defineTimeWindow({ builder, enums }: Parts) {
  builder.objectType('TimeWindow', {
    description: 'A time as precisely as it is known, with the days that it allows.',
    fields: (t) => ({
      edtf: t.string({
        description: 'EDTF (ISO 8601-2): ../2029, 2027/.., 2016~; XXXX where no time is set.',
        ...window('edtf')(({ edtf }) => edtf),
      }),
      earliest: t.field({
        type: 'Date',
        nullable: true,
        description: 'The first day that it allows; null where it is open.',
        ...window('earliest')(({ earliest }) => earliest),
      }),
      latest: t.field({
        type: 'Date',
        nullable: true,
        description: 'The last day that it allows; null where it is open.',
        ...window('latest')(({ latest }) => latest),
      }),
      label: t.string({
        description: 'In words.',
        args: { language: languageArgument(t.arg, enums) },
        ...window('edtf')(({ edtf }, { language }: Wording) => timeLabel(edtf, language ?? 'en')),
      }),
    }),
  });
}

/** The argument `language`, as resolvers get it. */
export interface Wording {
  readonly language?: Language | null | undefined;
}

export function languageArgument(arg: import('./connections.ts').Arguments, enums: Parts['enums']) {
  return arg({
    type: enums.Language,
    defaultValue: 'en',
    description: 'Where there is no text in this language, the other one answers.',
  });
}
