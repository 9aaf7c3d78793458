import type { FieldNode } from 'graphql';
import { cypher } from '../../../src/graph/cypher.ts';
import { labels } from '../../../src/graph/filters/graph.ts';
import type { Branch } from '../../../src/graph/select/branch.ts';
import type { Ontology } from '../../ontology/define.ts';

type Body = Pick<Branch, 'value' | 'read'>;

interface Group extends Body {
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  readonly types: Set<string>;
}

/** What several types of entity ask for at one place of a document is asked for once. */
export class BranchesByType {
  readonly #groups: Group[] = [];

  add(key: string, nodes: readonly FieldNode[], type: string, body: Body): void {
    const same = this.#groups.find(
      (group) =>
        group.key === key &&
        group.nodes.length === nodes.length &&
        group.nodes.every((node, i) => node === nodes[i]),
    );
    if (same) same.types.add(type);
    else this.#groups.push({ key, nodes, types: new Set([type]), ...body });
  }

  /** Each guarded by the types that ask for it, where not all of so many do. */
  guarded(ontology: Ontology, typeCount: number): Branch[] {
    return this.#groups.map(({ key, types, value, read }) => {
      if (types.size === typeCount) return { key, value, read };
      const among = labels(ontology, [...types]);
      return {
        ...{ key, read, types },
        value: (row) => cypher`CASE WHEN ${row}:${among} THEN ${value(row)} END`,
      };
    });
  }
}
