import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  print,
} from 'graphql';
import { UserInputError } from '../../../src/errors.ts';
import { catalogueOf, type RowKind, type Rows } from '../../../src/graph/rows/kinds.ts';
import { type Shape, shape } from '../../../src/graph/select/shape.ts';
import type { Ontology } from '../../ontology/define.ts';
import type { Ask, BranchMaker } from './ask.ts';
import { BranchesByType } from './branches-by-type.ts';
import { type Operation, selectedFields } from './fields.ts';
import { needsOf } from './needs.ts';
import { type Asking, concreteTypes, kindOf, type Wishes, wishesOf } from './wishes.ts';

export interface Selecting {
  readonly operation: Operation;
  readonly ontology: Ontology;
  /** ISO date. */
  readonly today: string;
}

/** What a field may ask for, given where in the document it stands. */
export function askOf(asking: Asking, selecting: Selecting): Ask {
  const { operation, ontology, today } = selecting;
  const shapes = new Map<string, Shape<Rows[RowKind]>>();
  let wanted: Wishes | undefined;
  const wishes = () => {
    wanted ??= wishesOf(asking, operation, ontology);
    return wanted;
  };
  const rows = <Kind extends RowKind>(
    kind: Kind,
    further: ReadonlySet<string> = new Set(),
    leadsOn: boolean,
  ) => {
    // A field of type Node may return rows of any kind.
    const places = asking.type.name === 'Node' ? [asking] : (wishes().askings.get(kind) ?? []);
    const columns = new Set([...(wishes().columns.get(kind) ?? []), ...further]);
    const key = [kind, leadsOn, ...columns].join();
    const known = shapes.get(key) as Shape<Rows[Kind]> | undefined;
    const found = known ?? shapeOf(kind, places, columns, { ...selecting, leadsOn });
    shapes.set(key, found as Shape<Rows[RowKind]>);
    return found;
  };
  return {
    ...{ ontology, today },
    shape: (kind, further) => rows(kind, further, true),
    flat: (kind, further) => rows(kind, further, false),
    columns: (part) => {
      const names = new Set(wishes().columns.get(part));
      for (const place of wishes().askings.get(part) ?? []) {
        for (const { field } of fieldsOf(place, operation)) {
          for (const name of needsOf(field).reads ?? []) names.add(name);
        }
      }
      return names;
    },
    also: (wish) => wishes().also.has(wish),
  };
}

/** The shape of rows that several places of a document ask for together. */
function shapeOf<Kind extends RowKind>(
  kind: Kind,
  places: readonly Asking[],
  columns: ReadonlySet<string>,
  selecting: Selecting & { readonly leadsOn: boolean },
): Shape<Rows[Kind]> {
  const { operation, ontology, leadsOn } = selecting;
  const names = new Set(columns);
  const branches = new BranchesByType();
  const types = [...new Set(places.flatMap(({ type }) => concreteTypes(type, operation)))].filter(
    (type) => kindOf(type, ontology) === kind,
  );
  for (const type of types) {
    const nodes = places
      .filter((place) => concreteTypes(place.type, operation).includes(type))
      .flatMap((place) => place.nodes);
    for (const { key, field, below } of fieldsOf({ type, nodes }, operation)) {
      const { reads = [], follows = [], branch, near = false } = needsOf(field);
      for (const name of reads) names.add(name);
      const body =
        (leadsOn || near) && branch && !clashing(below) && bodyOf(field, below, branch, selecting);
      if (body) branches.add(key, below, type.name, body);
      else for (const name of follows) names.add(name);
    }
  }
  const [only, ...others] = types;
  const label = kind === 'entity' && only && others.length === 0 ? { label: only.name } : undefined;
  if (kind === 'entity' && !label) names.add('label');
  else names.delete('label');
  return shape<Rows[Kind]>({
    ...catalogueOf(kind, ontology),
    names: [...names] as never,
    branches: branches.guarded(ontology, types.length),
    known: label as never,
  });
}

function fieldsOf({ type, nodes }: Asking, operation: Operation) {
  return concreteTypes(type, operation).flatMap((concrete: GraphQLObjectType) =>
    [...selectedFields(concrete, nodes, operation)].flatMap(([key, below]) => {
      const field = concrete.getFields()[below[0]?.name.value ?? ''];
      return field ? [{ key, field, below }] : [];
    }),
  );
}

/** Merged places may mean different things by one name: then each loads what it means. */
function clashing(nodes: readonly FieldNode[]): boolean {
  if (nodes.length === 1) return false;
  const [first, ...others] = nodes.map(
    ({ name, arguments: args = [] }) => `${name.value} ${args.map(print).join()}`,
  );
  return others.some((other) => other !== first);
}

/** Null where the field has to load by itself, which is also where it says what is wrong with it. */
function bodyOf(
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  branch: BranchMaker,
  selecting: Selecting,
): ReturnType<BranchMaker> {
  const [node] = nodes;
  if (!node) return null;
  const args = getArgumentValues(field, node, selecting.operation.variableValues);
  try {
    return branch(args as never, askOf({ type: getNamedType(field.type), nodes }, selecting));
  } catch (error) {
    if (error instanceof UserInputError) return null;
    throw error;
  }
}
