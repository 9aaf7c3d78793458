import type { Ontology } from '../../schema/ontology/define.ts';
import type { Run } from '../../src/graph/client.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import type { Done, Outcomes } from '../report/tally.ts';
import { applyStatements } from './apply-statements.ts';
import { noteRetractedDocument, type RetractedDocument } from './dataset-questions.ts';
import { toldUnder, writeMerged } from './describe-merged.ts';
import {
  deleteDocuments,
  documentsOfDataset,
  statementsOfDocuments,
} from './document-questions.ts';
import {
  deleteEntities,
  deleteForgotten,
  entitiesOfDataset,
  markUndescribed,
} from './entity-questions.ts';
import { redirectsOfDataset } from './redirect-questions.ts';
import { relationsOfDataset, relationTypesOfDataset } from './relation-questions.ts';
import { statementsOfIds } from './statement-questions.ts';
import { describeEntities } from './write-entities.ts';
import { supportRelations } from './write-relations.ts';
import { chunks, type Writing } from './writing.ts';

const batchSize = 1_000;

export type Retracting = Omit<Writing, 'spools' | 'onWritten'>;

/** Takes back what the datasets of the input said before, and no longer say. */
export async function retractUnsaid(retracting: Retracting): Promise<void> {
  for (const dataset of retracting.known) {
    await retractDocuments(dataset, retracting);
    await retractRelations(dataset, retracting);
  }
  for (const dataset of retracting.known) await retractEntities(dataset, retracting);
  await retractForgotten(retracting);
}

/** Takes back one document, and notes it at its dataset. */
export async function retractDocument(
  { document, dataset, revision }: RetractedDocument,
  ontology: Ontology,
  transact: Writing['transact'],
  /** Called in the transaction in which the document goes. */
  onLast: (run: Run, done: Done) => Promise<void>,
): Promise<void> {
  await retractStatements([document], { transact, ontology });
  await transact(async (run) => {
    await run(compileQuestion(deleteDocuments, [document]));
    await run(compileQuestion(noteRetractedDocument, { document, dataset, revision }));
    const gone = await run(compileQuestion(deleteForgotten, {}));
    const done = {
      outcomes: [
        ['document', document, 'retracted'] as const,
        ...gone.map(({ key }) => ['entity', key, 'retracted'] as const),
      ],
    };
    await onLast(run, done);
    return done;
  });
}

/** Entities whose datasets dropped them before, and whose last mention has gone since. */
export async function retractForgotten({ transact }: Pick<Writing, 'transact'>): Promise<void> {
  for (let left = true; left; ) {
    const { outcomes } = await transact(async (run) => {
      const gone = await run(compileQuestion(deleteForgotten, {}));
      return { outcomes: gone.map(({ key }) => ['entity', key, 'retracted'] as const) };
    });
    left = outcomes.length > 0;
  }
}

async function retractDocuments(dataset: string, { checked, transact, ontology }: Retracting) {
  const stored = await transact(async (run) => {
    const rows = await run(compileQuestion(documentsOfDataset, dataset));
    return { outcomes: [], keys: rows.map(({ key }) => key) };
  });
  const unsaid = stored.keys.filter(
    (key) => !checked.documents.has(key) && !checked.keeping.keepsDocument(dataset, key),
  );
  for (const keys of chunks(unsaid.sort(), 50)) {
    await retractStatements(keys, { transact, ontology });
    await transact(async (run) => {
      await run(compileQuestion(deleteDocuments, keys));
      return { outcomes: keys.map((key) => ['document', key, 'retracted'] as const) };
    });
  }
}

async function retractStatements(
  documents: readonly string[],
  { transact, ontology }: Pick<Writing, 'transact' | 'ontology'>,
) {
  const stored = await transact(async (run) => {
    const rows = await run(compileQuestion(statementsOfDocuments, documents));
    return { outcomes: [], ids: rows.map(({ id }) => id) };
  });
  for (const ids of chunks(stored.ids, batchSize)) {
    await transact(async (run) => {
      const states = await run(compileQuestion(statementsOfIds, ids));
      return applyStatements(run, { wanted: [], stored: states }, ontology);
    });
  }
}

async function retractRelations(dataset: string, retracting: Retracting): Promise<void> {
  const { ontology, checked, transact } = retracting;
  const { types } = await transact(async (run) => {
    const rows = await run(compileQuestion(relationTypesOfDataset, { ontology, dataset }));
    return { outcomes: [], types: rows.map(({ type }) => type).sort() };
  });
  for (const type of types) {
    const pages = paged(transact, async (run, after) => {
      const args = { ontology, type, dataset, after };
      const rows = await run(compileQuestion(relationsOfDataset, args));
      return { last: rows.at(-1)?.id, keys: [...new Set(rows.flatMap(({ said }) => said))] };
    });
    for await (const page of pages) {
      const given = await checked.relations.of(page);
      const unsaid = page.filter((id) => !given.has(id));
      for (const ids of chunks(unsaid, batchSize)) {
        await transact((run) => supportRelations(run, ids, given, retracting));
      }
    }
  }
}

/** An entity that something still mentions stays as it was, so that nothing mentions a void. */
async function retractEntities(dataset: string, retracting: Retracting): Promise<void> {
  const { checked, transact } = retracting;
  const pages = paged(transact, async (run, after) => {
    const rows = await run(compileQuestion(entitiesOfDataset, { dataset, after }));
    // Those that were merged come with the first page.
    const merged = after === '' ? await run(compileQuestion(redirectsOfDataset, dataset)) : [];
    return { last: rows.at(-1)?.key, keys: [...rows, ...merged].map(({ key }) => key) };
  });
  for await (const page of pages) {
    const unsaid = page.filter(
      (key) => !checked.entities.has(key) && !checked.keeping.keepsEntity(dataset, key),
    );
    for (const keys of chunks(unsaid, batchSize)) {
      await transact(async (run) => {
        const described = await describeEntities(run, keys, new Map(), retracting);
        const others = new Set(described.outcomes.map(([, key]) => key));
        const orphans = keys.filter((key) => !others.has(key));
        const deleted = await run(compileQuestion(deleteEntities, orphans));
        await leaveUndescribed(run, orphans, retracting);
        const gone = deleted.map(({ key }) => ['entity', key, 'retracted'] as const);
        return { outcomes: [...described.outcomes, ...gone] as Outcomes };
      });
    }
  }
}

async function leaveUndescribed(run: Run, keys: readonly string[], retracting: Retracting) {
  const { redirects } = retracting;
  const merged = keys.filter((key) => redirects.concerns(key));
  const alone = keys.filter((key) => !redirects.concerns(key));
  await run(compileQuestion(markUndescribed, alone));
  if (merged.length === 0) return;
  const told = await toldUnder(run, merged, retracting);
  for (const key of merged) {
    told.set(key, { descriptions: told.get(key)?.descriptions ?? [], undescribed: true });
  }
  await writeMerged(run, merged, told, retracting);
}

interface Page {
  /** After which the next page begins; undefined where there is none. */
  readonly last: string | undefined;
  readonly keys: readonly string[];
}

/** Pages of keys, until there are none after the last. */
async function* paged(
  transact: Writing['transact'],
  page: (run: Run, after: string) => Promise<Page>,
): AsyncGenerator<readonly string[]> {
  for (let after = ''; ; ) {
    const { last, keys } = await transact(async (run) => ({
      ...{ outcomes: [], ...(await page(run, after)) },
    }));
    if (keys.length > 0) yield keys;
    if (last === undefined) return;
    after = last;
  }
}
