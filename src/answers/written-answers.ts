import type { Plugin } from 'graphql-yoga';
import { executeWriting } from './execute-writing.ts';

/** Answers to queries are written from rows as they come, instead of completed field by field. */
export function writtenAnswers(onWritten: () => void = () => {}): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn((args) => executeWriting(args, executeFn, onWritten));
    },
  };
}
