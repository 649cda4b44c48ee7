/** What was found for words before: articles say the same ones again and again. */
import { ownCopy } from './source.js';

/**
 * A function that finds something for words, and keeps what it found.
 *
 * @param most for how many words it keeps that, as articles may write any
 */
export function remembered<Value>(most: number, find: (words: string) => Value): (words: string) => Value {
  const known = new Map<string, Value>();
  return (words) => {
    const found = known.get(words);
    if (found !== undefined) return found;
    // What is kept must not hold on to the page.
    const own = ownCopy(words);
    const value = find(own);
    if (known.size >= most) known.clear();
    known.set(own, value);
    return value;
  };
}
