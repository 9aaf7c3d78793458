/** Says that another import holds this one up. */
export function waiting(): void {
  console.error('Another import is under way: waiting for its end.');
}
