import type { z } from 'zod';
import type { Ontology } from '../../../schema/ontology/define.ts';
import type { Columns } from '../select/shape.ts';
import { ConflictRow, conflictCatalogue } from './conflict.ts';
import { DocumentRow, documentCatalogue } from './document.ts';
import { EntityRow, entityCatalogue } from './entity.ts';
import { RelationRow, relationCatalogue } from './relation.ts';
import { StatementRow, statementCatalogue } from './statement.ts';

/** The kinds of row that answers are made of. */
export interface Rows {
  readonly entity: EntityRow;
  readonly relation: RelationRow;
  readonly statement: StatementRow;
  readonly document: DocumentRow;
  readonly conflict: ConflictRow;
}

export type RowKind = keyof Rows;

interface Catalogue<Row> {
  readonly columns: Columns<Row>;
  readonly schema: z.ZodObject;
}

/** What there is to ask for of each kind. */
export function catalogueOf<Kind extends RowKind>(kind: Kind, ontology: Ontology) {
  return catalogues[kind](ontology) as Catalogue<Rows[Kind]>;
}

const catalogues: { [Kind in RowKind]: (ontology: Ontology) => Catalogue<Rows[Kind]> } = {
  entity: (ontology) => ({ columns: entityCatalogue(ontology), schema: EntityRow }),
  relation: () => ({ columns: relationCatalogue, schema: RelationRow }),
  statement: () => ({ columns: statementCatalogue, schema: StatementRow }),
  document: () => ({ columns: documentCatalogue, schema: DocumentRow }),
  conflict: () => ({ columns: conflictCatalogue, schema: ConflictRow }),
};
