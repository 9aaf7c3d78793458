/** What this project uses of the package, which brings no types of its own. Milliseconds, UTC. */
declare module 'edtf' {
  export interface Extended {
    readonly type: 'Date' | 'Interval' | 'Season' | 'Year' | 'Decade' | 'Century' | 'Set' | 'List';
    readonly min: number | null;
    readonly max: number | null;
  }
  export default function edtf(text: string): Extended;
}
