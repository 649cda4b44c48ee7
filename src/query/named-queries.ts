/** The queries that come with the program. */
import { readQueryFiles } from '../read/package-files.js';

export interface NamedQuery {
  readonly name: string;
  /** What it answers, in a line. */
  readonly description: string;
  readonly text: string;
}

/** In the order of their names. The first line of each is a comment that describes it. */
export function namedQueries(): NamedQuery[] {
  return readQueryFiles().map(({ name, text }) => ({
    name: name.replace(/^.*[/\\]/, '').replace(/\.rq$/, ''),
    description: (/^# *(.*?)\.?\r?\n/.exec(text)?.[1] ?? '').trim(),
    text,
  }));
}
