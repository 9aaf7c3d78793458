/** Ratios of throughput at 10 connections that the server has to reach. */
export interface Goal {
  /** To the limit, one statement written by hand for each query: at least, and where it should end. */
  readonly limit: number;
  readonly limitInTheEnd: number;
  /** To @neo4j/graphql, at least. */
  readonly peer: number;
}

export const goals: Readonly<Record<string, Goal>> = {
  q1: { limit: 0.65, limitInTheEnd: 0.8, peer: 1.9 },
  q2: { limit: 0.7, limitInTheEnd: 0.8, peer: 2.1 },
  q3: { limit: 0.8, limitInTheEnd: 1.1, peer: 2.0 },
  q4: { limit: 0.95, limitInTheEnd: 1.0, peer: 1.05 },
  q5: { limit: 0.9, limitInTheEnd: 1.5, peer: 1.9 },
  q6: { limit: 0.7, limitInTheEnd: 0.8, peer: 1.7 },
  q7: { limit: 0.7, limitInTheEnd: 0.8, peer: 6 },
};

export const goalConnections = 10;

/** How many times the median latency the slowest hundredth may take. */
export const largestTail = 5;

/** Of our server, under any of the queries. */
export const mostMegabytes = 250;
