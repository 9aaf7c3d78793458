import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import ValidationPlugin from '@pothos/plugin-validation';
import { getNamedType, getNullableType, isLeafType, isListType } from 'graphql';
import { JSONObjectResolver, LocalDateResolver, URLResolver } from 'graphql-scalars';
import type { Scope } from '../../src/access/caller.ts';
import { ForbiddenError, UserInputError } from '../../src/errors.ts';
import type { ConflictRow } from '../../src/graph/rows/conflict.ts';
import type { DocumentRow } from '../../src/graph/rows/document.ts';
import type { EntityRow, EntityRowOf } from '../../src/graph/rows/entity.ts';
import type { RelationRow, WindowRow } from '../../src/graph/rows/relation.ts';
import type { StatementRow, ValueRow } from '../../src/graph/rows/statement.ts';
import { limitExceeded } from '../../src/guards/limits.ts';
import type { Evidence } from '../claims/relation-summary.ts';
import type { EntityType } from '../ontology/entities.ts';
import type { Context } from './context.ts';
import { decodeId, encodeId } from './global-id.ts';

/** What the schema is typed by: the ontology's entity types, and the types written by hand. */
export interface GraphTypes {
  Context: Context;
  AuthScopes: Record<Scope, boolean>;
  Objects: { [T in EntityType]: EntityRowOf<T> } & {
    Relation: RelationRow;
    Statement: StatementRow;
    StatementValue: ValueRow;
    Conflict: ConflictRow;
    Document: DocumentRow;
    Evidence: Evidence;
    TimeWindow: WindowRow;
  };
  Interfaces: { Entity: EntityRow };
  Scalars: {
    Date: { Input: string; Output: string };
    URL: { Input: URL; Output: URL | string };
    JSONObject: { Input: Record<string, unknown>; Output: Record<string, unknown> };
    ID: { Input: string; Output: string };
  };
  DefaultFieldNullability: false;
}

/** Rows that a list without a page size is taken to have: speakers, outlets, nodes by id. */
const shortList = 5;

export type Builder = ReturnType<typeof createBuilder>;

export function createBuilder() {
  const builder = new SchemaBuilder<GraphTypes>({
    // What may not be asked is not looked into: scopes come before the check of arguments.
    plugins: [ComplexityPlugin, RelayPlugin, ValidationPlugin, ScopeAuthPlugin],
    defaultFieldNullability: false,
    relay: {
      nodeTypeOptions: { description: 'Anything with an identifier that survives a re-import.' },
      nodeQueryOptions: false,
      nodesQueryOptions: false,
      idFieldOptions: { description: 'Opaque; the same after every re-import.' },
      clientMutationId: 'optional',
      clientMutationIdInputOptions: { description: 'Your own word for the request.' },
      clientMutationIdFieldOptions: { description: 'The word that came with the request.' },
      mutationInputArgOptions: { description: 'What is to be done.' },
      encodeGlobalID: (typename, id) => encodeId(typename, String(id)),
      decodeGlobalID: decodeId,
    },
    complexity: {
      limit: ({ maximalCost }) => ({ complexity: maximalCost }),
      fieldComplexity: (_args, _context, { type }) => ({
        field: isLeafType(getNamedType(type)) ? 0 : 1,
        multiplier: isListType(getNullableType(type)) ? shortList : 1,
      }),
      complexityError: (_kind, { complexity, maxComplexity = 0 }) =>
        limitExceeded(
          'cost',
          maxComplexity,
          `The query may return ${complexity} objects, and ${maxComplexity} is the most. Ask for smaller pages ('first'), or for fewer lists inside lists.`,
          { code: 'BAD_USER_INPUT' },
        ),
    },
    scopeAuth: {
      authScopes: ({ caller }) => ({
        read: caller.scopes.has('read'),
        cypher: caller.scopes.has('cypher'),
        write: caller.scopes.has('write'),
      }),
      unauthorizedError: () => new ForbiddenError(),
    },
    validation: {
      validationError: ({ issues }) => new UserInputError(issues.map(issueText).join(' ')),
    },
  });
  builder.addScalarType('Date', LocalDateResolver, {
    description: 'A day of the Gregorian calendar, as in 2027-01-31.',
  });
  builder.addScalarType('URL', URLResolver, { description: 'An absolute address on the web.' });
  builder.addScalarType('JSONObject', JSONObjectResolver, { description: 'Any JSON object.' });
  builder.queryType({ description: 'Where every question starts.' });
  return builder;
}

function issueText({ message, path }: { message: string; path?: readonly unknown[] | undefined }) {
  return path && path.length > 0 ? `${path.map(String).join('.')}: ${message}.` : `${message}.`;
}
