import type { Ontology } from '../../../../schema/ontology/define.ts';
import type { EntityFilter } from '../../../../src/graph/filters/graph.ts';
import { findMatches, type Pattern } from '../../../../src/graph/matches.ts';
import { findPaths, hubsBetween, pathModes } from '../../../../src/graph/paths.ts';
import { type CompiledQuestion, compileQuestion } from '../../../../src/graph/question.ts';
import { findReachable } from '../../../../src/graph/reachable.ts';
import { growSubgraphs } from '../../../../src/graph/subgraphs.ts';
import type { Traversal } from '../../../../src/graph/traversal.ts';
import { views } from './views.ts';
import { whole } from './whole.ts';

/** Each traversal, bare and with every condition. */
export function traversals(
  ontology: Ontology,
  keys: readonly string[],
): CompiledQuestion<unknown>[] {
  const bare: Traversal = { ontology, direction: 'BOTH', minHops: 1, maxHops: 3 };
  const full: Traversal = {
    ...{ ...bare, direction: 'OUT', minHops: 2, view: views[1] },
    filter: {
      ...{ modalities: ['FACT'], other: { types: ['Company'] } },
      not: { types: ['OWNS'] },
    },
    ...{ through: { types: ['Company'] }, avoid: ['nikkei'], maxDegree: 100 },
  };
  const sought: EntityFilter = { types: ['Plan'], relations: { some: { types: ['TARGETS'] } } };
  const [node, relation] = [whole('entity', ontology), whole('relation', ontology)];
  const limits = { maxNodes: 10, maxRelations: 10 };
  return [bare, full].flatMap((via) => {
    const shapes = { node, relation, summaryUnder: via.view ?? null };
    const page = { skip: 0, size: 5, limit: 6, shapes };
    return [
      ...pathModes.map((mode) =>
        compileQuestion(findPaths, { via, mode, from: ['lei-jun'], to: ['germany'], ...page }),
      ),
      compileQuestion(findReachable, { via, keys, withPaths: false, ...page }),
      compileQuestion(findReachable, { via, keys, withPaths: true, filter: sought, ...page }),
      compileQuestion(findMatches, { pattern: patternOf(via), maxHops: 4, ...page }),
      compileQuestion(growSubgraphs, { via, roots: [keys], limits, shapes }),
      ...(via.maxDegree
        ? [compileQuestion(hubsBetween, { via, from: keys, to: ['germany'] })]
        : []),
    ];
  });
}

function patternOf({ ontology, view, filter }: Traversal): Pattern {
  const step = { ontology, view, filter, direction: 'OUT', minHops: 1, maxHops: 1 } as const;
  return {
    ...{ ontology, view },
    nodes: [{ keys: ['lei-jun'] }, { types: ['Company', 'Plan'] }, {}],
    steps: [
      { ...step, types: ['FOUNDED'] },
      { ...step, maxHops: 3 },
    ],
  };
}
