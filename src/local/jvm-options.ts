import type { Profile } from './neo4j-conf.ts';

const MEMORY: Record<Profile, string[]> = {
  serving: ['-Xmx512m'],
  testing: ['-Xmx384m'],
};

const COMPILER: Record<Profile, string[]> = {
  serving: [],
  // The quick compiler alone: half a second off the start, and slower once warm.
  testing: ['-XX:TieredStopAtLevel=1'],
};

/** The JVM's options for a Neo4j of this profile. `archive`: class data to map in, if there is one. */
export function jvmOptions(profile: Profile, archive: string | null): string[] {
  return [
    ...MEMORY[profile],
    ...COMPILER[profile],
    // Against G1 on 2 cores, 10 clients on 50,000 nodes: 1,440 to 1,590 point reads a second to
    // 1,030 to 1,250, two-hop reads within noise, and 340 MB resident after the start to 420.
    '-XX:+UseSerialGC',
    // A heap that once ran full leaves Neo4j in an unknown state; whoever waits for it is told.
    '-XX:+ExitOnOutOfMemoryError',
    '-XX:-UsePerfData',
    '-Xshare:auto',
    ...(archive ? [`-XX:SharedArchiveFile=${archive}`] : []),
    '-Dfile.encoding=UTF-8',
    '-Dlog4j2.disable.jmx=true',
    ...['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map(
      (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
    ),
  ];
}
