import type { Position } from '../read/position.ts';
import { didYouMean } from './closest.ts';
import type { Problem } from './problem.ts';
import type { DatasetRecord } from './records.ts';

interface Described {
  readonly record: DatasetRecord;
  readonly position: Position;
}

/** Why a record of a file cannot be taken, which only the end of the file tells. */
export interface LateProblem extends Problem {
  readonly value: unknown;
  readonly position: Position;
}

/**
 * Which datasets the records of one file belong to. They belong to the one that the file describes,
 * unless they name another: `"dataset": "acme"`. The order of lines does not matter.
 */
export class FileDatasets {
  readonly #described = new Map<string, Described>();
  readonly #named = new Map<string, { readonly input: number; readonly position: Position }>();
  readonly #input: number;
  readonly #addInput: () => number;
  #unnamed = false;

  /** `addInput` makes an input for a further part of the file, and returns its index. */
  constructor(input: number, addInput: () => number) {
    this.#input = input;
    this.#addInput = addInput;
  }

  /** The input that stands for the dataset of a record. */
  inputOf(named: string | null, position: Position): number {
    if (named === null) {
      this.#unnamed = true;
      return this.#input;
    }
    const known = this.#named.get(named);
    if (known) return known.input;
    const input = this.#addInput();
    this.#named.set(named, { input, position });
    return input;
  }

  describe(record: DatasetRecord, position: Position): Problem | null {
    const known = this.#described.get(record.key);
    if (!known) this.#described.set(record.key, { record, position });
    if (!known || JSON.stringify(known.record) === JSON.stringify(record)) return null;
    const message = `the dataset ${record.key} is described before, and differently; keep one of the two`;
    return { path: '/key', code: 'DUPLICATE_KEY', message };
  }

  /** `whole`: the dataset of records that name none, where the file describes none. */
  resolve(whole: DatasetRecord | null) {
    const datasets = new Map<number, DatasetRecord | null>();
    const problems: LateProblem[] = [];
    for (const [key, { input, position }] of this.#named) {
      const described = this.#described.get(key);
      if (described) datasets.set(input, described.record);
      else problems.push(this.#undescribed(key, position));
    }
    const others = [...this.#described.values()].filter(
      ({ record }) => !this.#named.has(record.key),
    );
    if (this.#unnamed) {
      const [own, ...surplus] = others;
      datasets.set(this.#input, own?.record ?? this.#only(whole));
      for (const { record, position } of surplus) {
        problems.push({ ...second(own?.record.key ?? ''), value: record, position });
      }
    } else {
      for (const { record } of others) datasets.set(this.#addInput(), record);
      if (this.#named.size + others.length === 0) datasets.set(this.#input, whole);
    }
    return { datasets, problems };
  }

  #only(whole: DatasetRecord | null): DatasetRecord | null {
    const [only, other] = this.#described.values();
    if (!only) return whole;
    return other ? null : only.record;
  }

  #undescribed(key: string, position: Position): LateProblem {
    const close = didYouMean(key, [...this.#described.keys()]);
    const message = `no line of the file describes the dataset "${key}"; add one of kind dataset${close}`;
    return { path: '/dataset', code: 'NO_DATASET', message, value: { dataset: key }, position };
  }
}

function second(first: string): Problem {
  const message = `the file already belongs to the dataset ${first}; name the dataset of each record, or keep one dataset a file`;
  return { path: '/key', code: 'DUPLICATE_KEY', message };
}
