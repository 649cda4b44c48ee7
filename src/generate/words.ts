/** Words of generated messages and labels. */

/** "a person", "an organisation". */
export function withArticle(noun: string): string {
  return `${/^(?:[aeio]|u(?!ni|se|ti))/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** "a, b or c". */
export function either(items: readonly string[]): string {
  const [last, ...before] = [...items].reverse();
  return before.length === 0 ? (last ?? '') : `${before.reverse().join(', ')} or ${last}`;
}

/** `home port` of `boats:homePort`. */
export function wordsOfTerm(curie: string): string {
  return curie
    .replace(/^.*:/, '')
    .replace(/(?<=.)(\p{Lu})(?=\p{Ll})/gu, (capital) => ` ${capital.toLowerCase()}`)
    .replace(/^\p{Lu}(?=\p{Ll})/u, (capital) => capital.toLowerCase());
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
