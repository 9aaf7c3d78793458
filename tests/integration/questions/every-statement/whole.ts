import type { Ontology } from '../../../../schema/ontology/define.ts';
import { catalogueOf, type RowKind } from '../../../../src/graph/rows/kinds.ts';
import { wholeShape } from '../../../../src/graph/select/shape.ts';

/** All columns of a kind of row. */
export function whole<Kind extends RowKind>(kind: Kind, ontology: Ontology) {
  return wholeShape(catalogueOf(kind, ontology));
}
