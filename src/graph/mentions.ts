import { cypher } from './cypher.ts';

/** `SUBJECT|OBJECT|…`: how a statement mentions an entity. */
export const mentionLinks = cypher`SUBJECT|OBJECT|PLACE|COMPARED_TO|ATTRIBUTED_TO`;
