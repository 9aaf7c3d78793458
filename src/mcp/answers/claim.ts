import { z } from 'zod';

export const Named = z
  .strictObject({ key: z.string(), type: z.string(), name: z.string() })
  .meta({ id: 'Named' });
export type Named = z.infer<typeof Named>;

export const Time = z
  .strictObject({
    edtf: z.string().describe('Extended Date/Time Format, such as 2027 or ../2029.'),
    label: z.string(),
  })
  .meta({ id: 'Time' });
export type Time = z.infer<typeof Time>;

const Value = z.strictObject({
  text: z.string().nullable(),
  number: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  unit: z.string().nullable(),
  boolean: z.boolean().nullable(),
  approximate: z.boolean(),
  time: Time.nullable(),
});
export type Value = z.infer<typeof Value>;

const Document = z
  .strictObject({
    key: z.string(),
    title: z.string(),
    titleInferred: z.boolean().describe('The title is ours.'),
    url: z.string().nullable(),
    language: z.string(),
    publishedAt: Time.nullable(),
    publisher: Named.nullable(),
  })
  .meta({ id: 'Document' });
export type Document = z.infer<typeof Document>;

export const Claim = z
  .strictObject({
    id: z.string(),
    summary: z.string().nullable().describe('In our words, never a quotation.'),
    subject: Named,
    predicate: z.string(),
    object: Named.nullable(),
    value: Value.nullable(),
    role: z.string().nullable(),
    place: Named.nullable(),
    scope: z.string().nullable(),
    comparedTo: Named.nullable(),
    modality: z.string().describe('FACT, ANNOUNCED, REPORTED or SPECULATED.'),
    polarity: z.string().describe('NEGATED denies it.'),
    attributedTo: z.array(Named).describe('Who is said to have said it.'),
    attribution: z.string().nullable(),
    origin: z
      .strictObject({
        key: z.string().optional(),
        name: z.string().optional(),
        title: z.string().optional(),
      })
      .nullable()
      .describe('The outlet or document that it comes from.'),
    time: Time.nullable().describe('Of what it speaks.'),
    saidAt: Time.nullable(),
    relation: z
      .strictObject({ evidence: z.strictObject({ independentSourceCount: z.int() }) })
      .nullable(),
    conflicts: z.array(z.strictObject({ kind: z.string() })),
    document: Document,
    passage: z
      .strictObject({
        start: z.int().describe('First code point in the document.'),
        end: z.int(),
        sha256: z.string(),
        text: z.string().nullable().describe('Null where no copy of the document is at hand.'),
      })
      .nullable(),
  })
  .meta({ id: 'Claim' });
export type Claim = z.infer<typeof Claim>;

export const Support = z
  .strictObject({
    statementCount: z.int(),
    documentCount: z.int(),
    independentSourceCount: z.int().describe('Documents that relay one outlet count once.'),
    firstReported: z.string().nullable(),
    lastReported: z.string().nullable(),
    disputed: z.boolean(),
  })
  .meta({ id: 'Evidence' });
export type Support = z.infer<typeof Support>;

export const Backed = z
  .strictObject({
    type: z.string(),
    role: z.string().nullable(),
    from: Named,
    to: Named,
    statements: z.strictObject({ totalCount: z.int(), nodes: z.array(Claim) }),
  })
  .meta({ id: 'Relation' });

export const Related = z
  .strictObject({
    forward: z.boolean().describe('Read from the entity that was asked for.'),
    modality: z.string().nullable(),
    period: Time.nullable(),
    evidence: Support,
    relation: Backed,
  })
  .meta({ id: 'RelatedEntity' });
export type Related = z.infer<typeof Related>;
