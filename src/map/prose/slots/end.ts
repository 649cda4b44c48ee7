/** What the types of slots have in common. */
import type { Scene } from '../scene.js';
import type { Word } from '../word.js';

/** Indices behind the last word of those that begin with one, the best first; none where no such words begin there. */
export type Ends = (scene: Scene, at: number) => readonly number[];

export const none: readonly number[] = [];

/** A type whose words can end at one place only; 0 is none. */
export function one(end: (scene: Scene, at: number) => number): Ends {
  return (scene, at) => {
    const found = end(scene, at);
    return found > at ? [found] : none;
  };
}

/** A type that is one word of a form. */
export function word(form: RegExp): Ends {
  return one(({ words }, at) => (form.test(words[at]?.text ?? '') ? at + 1 : 0));
}

export function textOf({ text, words }: Scene, begin: number, end: number): string {
  return text.value.slice((words[begin] as Word).begin, (words[end - 1] as Word).end);
}
