import type { ClaimValue } from '../../schema/claims/claim.ts';
import type { PublishedClaim } from '../../schema/claims/support.ts';
import { timeWindow } from '../../schema/claims/time-window.ts';

let made = 0;

/** A claim that a plan is due, unless something else is given. */
export function claim(
  given: Partial<Omit<PublishedClaim, 'value' | 'time'>> & Given = {},
): PublishedClaim {
  const { value, time, published = null, ...rest } = given;
  made += 1;
  return {
    ...{ id: `s${made}`, subject: 'plan', predicate: 'DUE', object: null, role: null, place: null },
    ...{ scope: null, comparedTo: null, polarity: 'AFFIRMED', modality: 'FACT' },
    ...{ document: `d${made}`, origin: `o${made}`, published, said: published, attributedTo: [] },
    publisher: null,
    ...rest,
    time: time ? timeWindow(time) : null,
    value: value ? claimValue(value) : null,
  };
}

interface Given {
  readonly value?: Omit<Partial<ClaimValue>, 'time'> & { readonly time?: string };
  readonly time?: string;
}

function claimValue({ time, ...rest }: NonNullable<Given['value']>): ClaimValue {
  return {
    ...{ text: null, number: null, min: null, max: null, unit: null, boolean: null },
    ...rest,
    time: time ? timeWindow(time) : null,
  };
}
