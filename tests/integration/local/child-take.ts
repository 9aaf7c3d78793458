import { setTimeout as sleep } from 'node:timers/promises';
import { tryExclusive } from '../../../src/local/exclusive.ts';

const [folder = '', at = '0'] = process.argv.slice(2);
await sleep(Number(at) - Date.now());
const lock = tryExclusive(folder, 'prize');
console.log(JSON.stringify('release' in lock));
await sleep(2_000);
