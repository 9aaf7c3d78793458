/** How a document vouches for a triple, strongest first. */
export const modalities = ['FACT', 'ANNOUNCED', 'REPORTED', 'SPECULATED'] as const;
export type Modality = (typeof modalities)[number];

export const polarities = ['AFFIRMED', 'NEGATED'] as const;
export type Polarity = (typeof polarities)[number];

/** What a STATUS statement may say of a plan. OVERDUE is missing: only a clock can tell it. */
export const statablePlanStatuses = [
  'RUMORED',
  'ANNOUNCED',
  'CONFIRMED',
  'IN_PROGRESS',
  'FULFILLED',
  'DELAYED',
  'CANCELED',
  'DENIED',
] as const;

/** What a plan's status can be, computed or stated. */
export type PlanStatus = (typeof statablePlanStatuses)[number] | 'OVERDUE';
