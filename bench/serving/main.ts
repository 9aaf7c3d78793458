import { installPackages } from '../install-packages.ts';

installPackages();
const { runLoadTest } = await import('./run-load-test.ts');
process.exitCode = await runLoadTest(process.argv);
