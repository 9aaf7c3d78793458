import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OutcomeTable } from '../../../import/report/outcome-table.ts';

const outcomes = ['created', 'updated', 'unchanged', 'retracted'] as const;

it('what became of things is what a Map of their ids would hold, however many there are', () => {
  const step = fc.tuple(fc.integer({ max: 40, min: 0 }), fc.constantFrom(...outcomes, undefined));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      // Grows from two places on.
      const [table, map] = [new OutcomeTable(2), new Map<number, string | undefined>()];
      for (const [id, outcome] of steps) {
        table.change(`thing ${id}`, (before) => {
          expect(before).toBe(map.get(id));
          return outcome;
        });
        map.set(id, outcome);
      }
      const counted = { created: 0, updated: 0, unchanged: 0, retracted: 0 };
      for (const outcome of map.values()) {
        if (outcome) counted[outcome as keyof typeof counted]++;
      }
      expect(table.counts()).toEqual(counted);
      expect(table.copy().counts()).toEqual(counted);
    }),
  );
});

it('a copy goes its own way', () => {
  const table = new OutcomeTable();
  table.change('acme', () => 'created');
  const copy = table.copy();
  copy.change('acme', () => 'updated');
  expect([table.counts().created, copy.counts().created]).toEqual([1, 0]);
});
