import { installJars } from '../../../src/local/install.ts';

const { names } = await installJars(() => {});
console.log(JSON.stringify(names.length));
