import { everything, type View } from '../../../../schema/claims/view.ts';

/** Everything; each condition there is; disputes only. */
export const views: readonly View[] = [
  everything,
  {
    ...{ knownAt: '2025-12-31', validAt: '2024-01-01', modalities: ['FACT', 'REPORTED'] },
    ...{ publishers: ['nikkei'], minIndependentSources: 2, disputed: 'EXCLUDE' },
  },
  { disputed: 'ONLY' },
];
