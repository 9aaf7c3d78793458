import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LabelBox, placeLabels } from '../../../explorer/src/canvas/label-placement.ts';

const boxes = fc.uniqueArray(
  fc
    .record({
      key: fc.integer().map(String),
      left: fc.integer({ min: 0, max: 400 }),
      top: fc.integer({ min: 0, max: 300 }),
      width: fc.integer({ min: 1, max: 150 }),
    })
    .map(({ key, left, top, width }) => ({
      key,
      left,
      top,
      right: left + width,
      bottom: top + 16,
    })),
  { selector: ({ key }) => key, maxLength: 60 },
);

const touch = (a: LabelBox, b: LabelBox) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('labels', () => {
  it('leave the bodies of other nodes free, but not of their own', () => {
    const label = { key: 'a', left: 0, top: 10, right: 40, bottom: 26 };
    expect([...placeLabels([label], [{ ...label, bottom: 12 }])]).toEqual(['a']);
    expect([...placeLabels([label], [{ ...label, key: 'b', bottom: 12 }])]).toEqual([]);
  });

  it('never touch, and one is left out only for an earlier one that it would touch', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const placed = placeLabels(all);
        all.forEach((box, index) => {
          const before = all.slice(0, index).filter(({ key }) => placed.has(key));
          expect(placed.has(box.key)).toBe(!before.some((other) => touch(box, other)));
        });
      }),
    );
  });
});
