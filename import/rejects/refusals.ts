import type { Refusal, Refuse } from '../check/gather.ts';
import { isTooDeep } from '../read/limits.ts';
import type { Input } from '../read/reading.ts';
import { type ReportKind, reportKinds } from '../report/report.ts';
import { RejectLog } from './reject-log.ts';

export class TooManyRejects extends Error {}

/** Takes down refused records, and remembers what they were about. */
export class Refusals {
  readonly #inputs: readonly Input[];
  readonly #log: RejectLog;
  readonly #most: number;
  readonly #known: Pick<Refusal, 'input' | 'kind' | 'value' | 'position'>[] = [];

  constructor(inputs: readonly Input[], toFiles: boolean, most = Number.POSITIVE_INFINITY) {
    this.#inputs = inputs;
    this.#log = new RejectLog(toFiles);
    this.#most = most;
  }

  get count(): number {
    return this.#log.count;
  }

  get first() {
    return this.#log.first;
  }

  get files() {
    return this.#log.files;
  }

  /** Of each refused record as much as tells which thing it was about. */
  get known() {
    return this.#known;
  }

  byKind(): Record<ReportKind | 'other', number> {
    const counts = { entity: 0, document: 0, statement: 0, relation: 0, other: 0 };
    for (const { kind } of this.#known) counts[reportKinds.find((k) => k === kind) ?? 'other']++;
    return counts;
  }

  async begin(): Promise<void> {
    for (const { path } of this.#inputs) await this.#log.begin(path);
  }

  readonly refuse: Refuse = async ({ input, kind, value, position, path, line, ...why }) => {
    const { code, message } = why;
    const { file } = position;
    // What is nested too deeply is so for the file of rejects as well.
    const recorded = value !== undefined && !isTooDeep(value);
    const record = recorded ? { record: withKind(kind, value) } : {};
    this.#log.add(this.#inputs[input]?.path ?? '', { file, line, path, code, message, ...record });
    this.#known.push({
      input,
      kind,
      value: identifying(value),
      position: { ...position, lines: {} },
    });
    if (this.#log.count > this.#most) throw new TooManyRejects();
    if (this.#log.isFull) await this.flush();
  };

  async flush(): Promise<void> {
    await this.#log.flush();
  }
}

/** As a line of NDJSON has it, so that it can be mended and read again. */
function withKind(kind: string | null, value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return kind !== null && isObject ? { kind, ...value } : value;
}

function identifying(value: unknown): Record<string, unknown> {
  const { key, document, type, from, to, role } = Object(value);
  return { key, document, type, from, to, role };
}
