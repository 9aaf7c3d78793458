import { renameSync, writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector/promises';

// Loaded into a server before it starts: a SIGUSR2 begins a profile, the next one writes it to
// BENCH_PROFILE.
const session = new Session();
session.connect();
let running = false;

process.on('SIGUSR2', () => void toggle());

async function toggle(): Promise<void> {
  if (!running) {
    running = true;
    await session.post('Profiler.enable');
    // Microseconds between looks.
    await session.post('Profiler.setSamplingInterval', { interval: 250 });
    await session.post('Profiler.start');
    return;
  }
  const { profile }: { profile: Profiler.Profile } = await session.post('Profiler.stop');
  const path = process.env.BENCH_PROFILE ?? 'bench.cpuprofile';
  // Whoever waits for the file finds it whole.
  writeFileSync(`${path}.part`, JSON.stringify(profile));
  renameSync(`${path}.part`, path);
}
