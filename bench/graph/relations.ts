import type { Ontology, RelationDeclaration } from '../../schema/ontology/define.ts';
import type { Entities } from './entities.ts';
import { Random } from './random.ts';
import { relationSkews, relationWeights } from './relation-shares.ts';
import type { GraphSize } from './size.ts';
import { offices } from './words.ts';

/** A relation that statements will be made about. Ends are positions in the entities' records. */
export interface MadeRelation {
  readonly type: string;
  readonly from: number;
  readonly to: number;
  readonly role: string | undefined;
}

/** Attempts at a relation that is not there yet, before a type counts as full. */
const attempts = 200;

/** The relations of a graph, type by type: of each type at most one between two entities. */
export function* makeRelations(
  size: GraphSize,
  entities: Entities,
  ontology: Ontology,
): Generator<MadeRelation> {
  const weights = Object.keys(ontology.relations).map((type) => relationWeights[type] ?? 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let owed = 0;
  for (const [index, [type, declaration]] of Object.entries(ontology.relations).entries()) {
    owed += (size.relations * (weights[index] ?? 1)) / total;
    const amount = Math.round(owed);
    for (const relation of ofType(type, declaration, amount, size, entities)) {
      yield relation;
      owed--;
    }
  }
}

function* ofType(
  type: string,
  declaration: RelationDeclaration,
  amount: number,
  { seed }: GraphSize,
  entities: Entities,
): Generator<MadeRelation> {
  const random = new Random(seed, type);
  const taken = new Set<number>();
  const count = entities.records.length;
  let failures = 0;
  while (taken.size < amount && failures < attempts) {
    const from = endpoint(declaration.from, entities, random);
    const to = endpoint(declaration.to, entities, random);
    const [low, high] = from < to ? [from, to] : [to, from];
    const pair = declaration.symmetric ? low * count + high : from * count + to;
    if (from === to || taken.has(pair)) {
      failures++;
      continue;
    }
    failures = 0;
    taken.add(pair);
    yield { type, from, to, role: roleOf(declaration, random) };
  }
}

function endpoint(types: readonly string[], { ofType }: Entities, random: Random): number {
  const type = random.weighted(types.map((name) => [name, ofType.get(name)?.length ?? 0] as const));
  const positions = ofType.get(type) ?? [];
  return positions[random.skewed(positions.length, relationSkews[type] ?? 1)] ?? 0;
}

function roleOf({ roles }: RelationDeclaration, random: Random): string | undefined {
  if (!roles || random.chance(0.2)) return undefined;
  return roles === 'free' ? random.pick(offices)[0] : random.pick(roles);
}
