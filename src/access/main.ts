import { Command } from 'commander';
import { scopes } from './caller.ts';
import { keyLine, newKey } from './keys.ts';

const program = new Command('npm run keys --').description('Keys that let callers in.');

program
  .command('new <name>')
  .description('Makes a key. It is shown once: the server knows its hash alone.')
  .option('--scopes <list>', `what it allows, of ${scopes.join(', ')}`, 'read')
  .action((name: string, { scopes: listed }: { scopes: string }) => {
    const key = newKey();
    const { line, problems } = keyLine(name, listed.split(','), key);
    if (problems.length > 0) program.error(problems.map((problem) => `${problem}.`).join('\n'));
    process.stdout.write(
      [
        'For the caller, and shown only now:',
        `  ${key}`,
        'For the server, in CLAIMGRAPH_API_KEYS or a line of CLAIMGRAPH_API_KEYS_FILE:',
        `  ${line}`,
        'A request carries it as: Authorization: Bearer KEY',
        '',
      ].join('\n'),
    );
  });

program.parse();
