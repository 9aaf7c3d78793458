/**
 * What the graph must hold because something else in it refers to it.
 * Rejects where it does not: a defect of the data that nobody could mend by asking otherwise.
 */
export async function loaded<Item>(item: Promise<Item | null>, what: string): Promise<Item> {
  const found = await item;
  if (found === null) throw new Error(`${what} is referred to, but is not in the graph`);
  return found;
}
