const day = /^\d{4}(-\d{2}(-\d{2})?)?(?=$|T|\s)/;

/**
 * The period of an interval as EDTF, and which of its properties it is made of. FollowTheMoney writes
 * days, months and years as ISO 8601 does; what is written otherwise is left.
 */
export function periodOf(properties: ReadonlyMap<string, readonly string[]>) {
  const days = (name: string) =>
    (properties.get(name) ?? []).flatMap((text) => day.exec(text)?.[0] ?? []).sort();
  const [start, end, date] = [days('startDate')[0], days('endDate').at(-1), days('date')[0]];
  if (start !== undefined || end !== undefined) {
    const used = [...(start ? ['startDate'] : []), ...(end ? ['endDate'] : [])];
    return { period: `${start ?? '..'}/${end ?? '..'}`, used };
  }
  return date === undefined ? { period: undefined, used: [] } : { period: date, used: ['date'] };
}
