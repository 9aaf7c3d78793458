import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../schema/graphql/context.ts';
import { type EntranceOptions, entrance } from '../access/entrance.ts';
import { bodyLimit } from './body.ts';
import { costReport } from './cost.ts';
import { crossSiteGuard } from './cross-site.ts';
import { documentGuards } from './documents.ts';
import type { Limits } from './limits.ts';
import { type TrustedDocuments, trustedDocuments } from './trusted-documents.ts';

export interface GuardOptions extends EntranceOptions {
  readonly limits: Limits;
  /** The only documents that are answered; null for any. */
  readonly documents: TrustedDocuments | null;
}

/** What stands before a resolver, in the order in which a request meets it. */
export function guards({ limits, documents, ...access }: GuardOptions): Plugin<Context>[] {
  return [
    crossSiteGuard(),
    ...(access.identify || access.rates ? [entrance(access)] : []),
    bodyLimit(limits.body),
    ...(documents ? [trustedDocuments(documents)] : []),
    ...documentGuards(limits),
    costReport(),
  ] as Plugin<Context>[];
}
