import type { ResultOf, VariablesOf } from 'gql.tada';
import type { graphql } from './graphql.ts';

export type EntityType = ReturnType<typeof graphql.scalar<'EntityType'>>;
export type RelationType = ReturnType<typeof graphql.scalar<'RelationType'>>;
export type Modality = ReturnType<typeof graphql.scalar<'Modality'>>;
export type { ResultOf, VariablesOf };
