import type { DocumentRecord, StatementRecord } from '../../import/check/records.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { attributeStatements } from './attribute-statements.ts';
import { makeDocument } from './documents.ts';
import { type Entities, makeEntities } from './entities.ts';
import { Random } from './random.ts';
import { makeRelations } from './relations.ts';
import { documentCountOf, type GraphSize } from './size.ts';
import { type Article, type Newsroom, statementsOf } from './statements.ts';

export const datasetKey = 'made-up-news';
export const datasetTitle = 'Made-up news';

/**
 * A graph as news would give it, made up of records as the import reads them. The same size and seed
 * give the same records in the same order. Entities are held; all else streams.
 */
export class NewsGraph {
  readonly entities: Entities;
  readonly documentCount: number;
  readonly #size: GraphSize;
  readonly #newsroom: Newsroom;
  readonly #outlets: readonly string[];

  constructor(size: GraphSize, ontology: Ontology) {
    this.#size = size;
    this.entities = makeEntities(size);
    this.documentCount = documentCountOf(size);
    this.#outlets = this.entities.outlets.map((at) => this.entities.records[at]?.key ?? '');
    const documents = [...this.documents()].map(
      ({ key, basedOn, textLength = 0 }): Article => ({ key, basedOn, textLength }),
    );
    this.#newsroom = { ontology, entities: this.entities, documents };
  }

  *documents(): Generator<DocumentRecord> {
    for (let index = 0; index < this.documentCount; index++) {
      yield makeDocument(index, this.#outlets, this.#size.seed);
    }
  }

  /** All that is said of one relation at a time. */
  *relations(): Generator<StatementRecord[]> {
    const random = new Random(this.#size.seed, 'statements');
    for (const relation of makeRelations(this.#size, this.entities, this.#newsroom.ontology)) {
      yield statementsOf(relation, this.#newsroom, random);
    }
  }

  attributes(): Generator<StatementRecord> {
    return attributeStatements(this.#size, this.#newsroom);
  }
}
