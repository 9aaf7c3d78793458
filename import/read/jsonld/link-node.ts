import { countryOf } from '../foreign/country.ts';
import type { Link, Linker } from '../foreign/linker.ts';
import type { SourceCounts } from '../foreign/source-counts.ts';
import type { Position } from '../position.ts';
import { isDescribed } from './describe-node.ts';
import type { DescribedThings } from './described-things.ts';
import { isNode, type Node } from './node.ts';
import { addressRelations, linkProperties } from './schema-org.ts';

interface Linking {
  readonly node: Node;
  readonly key: string;
  readonly type: string;
  readonly position: Position;
  readonly things: DescribedThings;
  readonly linker: Linker;
  readonly counts: SourceCounts;
}

/** Says what a node leads to, and counts its properties that have no place here. */
export async function linkNode(linking: Linking): Promise<void> {
  const { node, type, counts } = linking;
  for (const [property, values] of node.values) {
    if (property === 'address') await linkAddress(linking, values.filter(isNode));
    else if (linkProperties.has(property)) await linkProperty(linking, property);
    else if (!isDescribed(property, node)) counts.property(type, property);
  }
}

async function linkProperty(linking: Linking, property: string): Promise<void> {
  const { node, key, type, position, things, linker, counts } = linking;
  const declared = linkProperties.get(property);
  const values = node.values.get(property) ?? [];
  if (!declared) return;
  const { relations, reversed, role } = declared;
  // A name in place of a thing does not say which thing.
  if (!values.every(isNode)) counts.property(type, property);
  for (const value of values.filter(isNode)) {
    const { others, roleName, period, rest } = throughRole(value, property);
    for (const each of rest) counts.property(value.types[0] ?? type, each);
    const links = others.map((other): Link => {
      const ends = reversed
        ? { from: things.keyOf(other), to: key }
        : { from: key, to: things.keyOf(other) };
      return { ...ends, role: roleName ?? role };
    });
    const group = { source: type, property, isObject: false, relations, links, period, position };
    await linker.link(group);
  }
}

const roleProperties = ['roleName', 'namedPosition', 'startDate', 'endDate'];

/** A Role stands between two things, and has the same property as the first of them. */
function throughRole(value: Node, property: string) {
  const isRole = value.types.some((type) => /^(Organization|Employee)?Role$/.test(type));
  if (!isRole) return { others: [value], roleName: undefined, period: undefined, rest: [] };
  const text = (name: string) => {
    const [first] = value.values.get(name) ?? [];
    return first && !isNode(first) ? first.text : undefined;
  };
  const [start, end] = [text('startDate')?.slice(0, 10), text('endDate')?.slice(0, 10)];
  return {
    others: (value.values.get(property) ?? []).filter(isNode),
    roleName: text('roleName') ?? text('namedPosition'),
    rest: [...value.values.keys()].filter(
      (each) => each !== property && !roleProperties.includes(each),
    ),
    period: start || end ? `${start ?? '..'}/${end ?? '..'}` : undefined,
  };
}

async function linkAddress(
  { key, type, position, linker, counts }: Linking,
  addresses: readonly Node[],
): Promise<void> {
  if (addresses.length === 0) counts.property(type, 'address');
  for (const { values } of addresses) {
    for (const [property, [first]] of values) {
      const country = property === 'addressCountry' && first ? countryOf(nameOf(first)) : null;
      if (!country) {
        counts.property('PostalAddress', property);
        continue;
      }
      await linker.describeUnlessDescribed(country, position);
      const links = [{ from: key, to: country.key }];
      const relations = addressRelations;
      await linker.link({
        ...{ source: type, property: 'address', isObject: false, relations, links, position },
      });
    }
  }
}

function nameOf(value: Parameters<typeof isNode>[0]): string {
  if (!isNode(value)) return value.text;
  const [name] = value.values.get('name') ?? [];
  return name && !isNode(name) ? name.text : '';
}
