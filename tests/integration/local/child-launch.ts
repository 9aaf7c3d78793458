import { launchNeo4j } from '../../../src/local/launch.ts';

const [home = ''] = process.argv.slice(2);
const { stop, exited, ...neo4j } = await launchNeo4j({ home, profile: 'testing' });
process.on('SIGINT', () => void stop());
console.log(JSON.stringify(neo4j));
await exited;
console.log('stopped');
