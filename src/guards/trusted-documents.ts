import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import { GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { z } from 'zod';
import { ConfigError } from '../errors.ts';

/** By their SHA-256 in hexadecimal, as graphql-codegen and Relay write them. */
const Manifest = z.record(z.string(), z.string());

export type TrustedDocuments = ReadonlyMap<string, string>;

/**
 * Reads the only documents that are answered.
 * Throws {@link ConfigError} for a file that is none, or that holds what this server cannot answer.
 */
export function readTrustedDocuments(file: string, schema: GraphQLSchema): TrustedDocuments {
  const setting = `CLAIMGRAPH_TRUSTED_DOCUMENTS=${file}`;
  const manifest = Manifest.safeParse(readJson(file, setting));
  if (!manifest.success) {
    throw new ConfigError([`${setting} is no JSON object of documents by their SHA-256.`]);
  }
  const documents = new Map(Object.entries(manifest.data));
  const problems = [...documents].flatMap(([hash, text]) =>
    problemOf(hash, text, schema).map((problem) => `${setting}: document ${hash} ${problem}`),
  );
  if (problems.length > 0) throw new ConfigError(problems);
  return documents;
}

function readJson(file: string, setting: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new ConfigError([`${setting} cannot be read as JSON.`], { cause });
  }
}

function problemOf(hash: string, text: string, schema: GraphQLSchema): string[] {
  const actual = createHash('sha256').update(text).digest('hex');
  if (actual !== hash) return [`is not what its hash says (${actual}).`];
  try {
    return validate(schema, parse(text)).map(({ message }) => `cannot be answered: ${message}`);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return [`cannot be read: ${error.message}`];
  }
}

/**
 * Answers these documents and no other. A request names one by `documentId`, as `sha256:…`, or in
 * `extensions.persistedQuery`, as Apollo's clients do.
 */
export function trustedDocuments(documents: TrustedDocuments): Plugin {
  const refusal = (code: string, message: string) => ({
    message,
    extensions: { code, http: { status: 400 } },
  });
  return usePersistedOperations({
    getPersistedOperation: (hash) => documents.get(hash) ?? null,
    extractPersistedOperationId: (params) => {
      const { documentId } = params as { readonly documentId?: unknown };
      if (typeof documentId === 'string') return documentId.replace(/^sha256:/, '');
      const hash = params.extensions?.persistedQuery?.sha256Hash;
      return typeof hash === 'string' ? hash : null;
    },
    customErrors: {
      notFound: refusal(
        'PERSISTED_QUERY_NOT_FOUND',
        'This document is none that this server answers.',
      ),
      keyNotFound: refusal(
        'PERSISTED_QUERY_ID_REQUIRED',
        "This server answers documents that it knows: name one, as 'documentId': 'sha256:…'.",
      ),
      persistedQueryOnly: refusal(
        'PERSISTED_QUERY_ONLY',
        "This server answers documents that it knows: send its 'documentId' in place of 'query'.",
      ),
    },
  });
}
