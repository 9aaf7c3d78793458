import type { Ontology } from '../ontology/define.ts';
import type { Builder } from './builder.ts';
import type { PageInfoRef } from './connections.ts';
import type { Enums } from './enums.ts';
import type { Inputs } from './inputs.ts';
import type { ViewRef } from './view.ts';

/** What every definition of the schema builds on. */
export interface Parts {
  readonly builder: Builder;
  readonly ontology: Ontology;
  readonly enums: Enums;
  readonly inputs: Inputs;
  readonly pageInfo: PageInfoRef;
  readonly View: ViewRef;
}
