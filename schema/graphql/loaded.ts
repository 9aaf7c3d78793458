export type MaybePromise<Value> = Value | Promise<Value>;

/**
 * What the graph must hold because something else in it refers to it; at once, where it is at hand.
 * Throws, or rejects, where it does not: a defect of the data that nobody could mend by asking otherwise.
 */
export function loaded<Item>(
  item: MaybePromise<Item | null>,
  what: () => string,
): MaybePromise<Item> {
  return item instanceof Promise ? item.then((found) => present(found, what)) : present(item, what);
}

function present<Item>(item: Item | null, what: () => string): Item {
  if (item === null) throw new Error(`${what()} is referred to, but is not in the graph`);
  return item;
}
