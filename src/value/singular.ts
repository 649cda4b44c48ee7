/** Forms of words in English, of which all that reads words knows these rules and no others. */

/** A word as it is of one thing: "awards" and "award" are forms of one. In lower case. */
export function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** All forms that a plural may be of: "heroes" of "heroe", "hero"; none of what is no plural. */
export function singulars(word: string): readonly string[] {
  if (!word.endsWith('s')) return [];
  return [word.slice(0, -1), word.replace(/ies$/, 'y'), word.replace(/es$/, '')];
}
