/** A label where it would stand, in pixels. */
export interface LabelBox {
  readonly key: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const cell = 64;

/**
 * Keys of labels of which none touches another, or the body of another node; the first in the list have
 * the first choice.
 */
export function placeLabels(
  boxes: readonly LabelBox[],
  bodies: readonly LabelBox[] = [],
): Set<string> {
  const taken = new Map<string, LabelBox[]>();
  const placed = new Set<string>();
  const take = (box: LabelBox) => {
    for (const name of cellsOf(box)) {
      const there = taken.get(name);
      if (there) there.push(box);
      else taken.set(name, [box]);
    }
  };
  bodies.forEach(take);
  for (const box of boxes) {
    const cells = cellsOf(box);
    const collides = cells.some((name) =>
      taken.get(name)?.some((other) => other.key !== box.key && touch(box, other)),
    );
    if (collides) continue;
    placed.add(box.key);
    take(box);
  }
  return placed;
}

function touch(a: LabelBox, b: LabelBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function cellsOf({ left, top, right, bottom }: LabelBox): string[] {
  const names: string[] = [];
  for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x += 1) {
    for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y += 1) {
      names.push(`${x}:${y}`);
    }
  }
  return names;
}
