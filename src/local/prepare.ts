import { installJars } from './install.ts';
import { findJava } from './java.ts';
import { trainClassArchive } from './train.ts';

// Fetches the jars and trains the class archive ahead of time: for images, CI and benchmarks,
// where the first start should be as quick as any and nothing should run beside it.
const java = await findJava();
const jars = await installJars(() => {});
const trained = await trainClassArchive(java, jars, new AbortController().signal);
console.log(
  `${jars.names.length} jars in ${jars.folder}; ${trained ? 'trained' : 'nothing to train'}`,
);
