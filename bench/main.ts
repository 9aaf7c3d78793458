import { installPackages } from './install-packages.ts';

installPackages();
const { runBench } = await import('./run-bench.ts');
await runBench(process.argv);
