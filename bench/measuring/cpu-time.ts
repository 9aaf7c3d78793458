import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the machine. */
const ticksPerSecond = 100;

/** Seconds of a core that a process has used so far; null where the system does not say so. */
export function cpuSeconds(pid: number): number | null {
  const stat = procFile(pid, 'stat');
  // The second field is the program's name in brackets, and may hold blanks.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields ? (Number(fields[11]) + Number(fields[12])) / ticksPerSecond : null;
}

/** Megabytes of a process that lie in memory. */
export function residentMegabytes(pid: number): number | null {
  return megabytesOf(pid, 'VmRSS');
}

/** The most that ever lay in memory. */
export function peakMegabytes(pid: number): number | null {
  return megabytesOf(pid, 'VmHWM');
}

function megabytesOf(pid: number, field: string): number | null {
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(
    procFile(pid, 'status') ?? '',
  )?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
}

function procFile(pid: number, file: string): string | null {
  if (process.platform !== 'linux') return null;
  return readFileSync(`/proc/${pid}/${file}`, 'utf8');
}
