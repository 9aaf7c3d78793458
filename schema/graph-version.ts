/**
 * The form of what is stored. Raise it when a graph that was made before would be answered from wrongly:
 * it is then refused, with what to do about it, by the server and by every tool.
 */
export const graphVersion = 1;
