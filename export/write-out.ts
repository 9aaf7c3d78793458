import { createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { TablePart } from './formats/csv.ts';

/** Writes text as it comes to the process’s output; a reader that has seen enough ends it. */
export async function writeToOutput(text: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(text), process.stdout, { end: false });
  } catch (error) {
    if (Object(error).code !== 'EPIPE') throw error;
  }
}

/** Writes a file that is there only once it is whole; an earlier one stays until then. */
export async function writeToFile(path: string, text: AsyncIterable<string>): Promise<void> {
  const part = `${path}.part`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await pipeline(Readable.from(text), createWriteStream(part));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Writes files in a folder, all of which are there only once all are whole. */
export async function writeToFolder(
  folder: string,
  parts: AsyncIterable<TablePart>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = new Map<string, { readonly handle: FileHandle; pending: string }>();
  const partOf = (name: string) => join(folder, `${name}.part`);
  try {
    for await (const { file: name, text } of parts) {
      const file = files.get(name) ?? { handle: await open(partOf(name), 'w'), pending: '' };
      files.set(name, file);
      file.pending += text;
      if (file.pending.length < writeAt) continue;
      await file.handle.write(file.pending);
      file.pending = '';
    }
    for (const { handle, pending } of files.values()) await handle.write(pending);
  } catch (error) {
    for (const [name, { handle }] of files) {
      await handle.close();
      await rm(partOf(name), { force: true });
    }
    throw error;
  }
  for (const { handle } of files.values()) await handle.close();
  for (const name of files.keys()) await rename(partOf(name), join(folder, name));
}

const writeAt = 64 * 1024;
