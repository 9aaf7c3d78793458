import { entitlingModalities, entitlingRelations } from '../../schema/claims/supersession.ts';
import type { View } from '../../schema/claims/view.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { type Cypher, cypher, parameter, relationTypes } from './cypher.ts';
import { all } from './filters/logic.ts';
import { relationInView, standingInView } from './filters/relation-view.ts';

/** Keys of those who are known to have announced a plan, or to pursue it: they may revise it. */
export function entitledTo(ontology: Ontology, plan: Cypher, view: View): Cypher {
  const types = entitlingRelations(ontology);
  if (types.length === 0) return cypher`[]`;
  const voice = cypher`voice`;
  const vouched = standingInView(
    voice,
    view,
    ({ modality }) => cypher`${modality} IN ${parameter('entitling', entitlingModalities)}`,
  );
  const entitling = all([...relationInView(voice, view), vouched]);
  return cypher`COLLECT { MATCH (${plan})<-[voice:${relationTypes(ontology, types)}]-(actor:Entity) WHERE ${entitling} RETURN DISTINCT actor.key }`;
}
