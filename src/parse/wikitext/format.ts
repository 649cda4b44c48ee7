/**
 * How a template shows its parameters: `{1}` is a parameter, `{1|name|=words}` the first of several that is given, else
 * these words, `{1:table}` what a table says of it (`{1:table:other}` what another says of that); what stands in `[ ]` is left out where none of its own parameters
 * is given; `@` alone is the words that the template shows, `{*}` what the `*` of its name stands for, or all of its name.
 * A comma or semicolon that would be the first of the words, or the first in brackets, is left out.
 */

export type FormatPart = string | FormatParameter | { readonly group: Format };

export interface FormatParameter {
  /** Names or numbers of parameters, in the order in which they are tried. */
  readonly names: readonly string[];
  /** What is shown where none is given. */
  readonly otherwise?: string;
  /** Names of the tables in which the parameter is looked up, each for what the one before says. */
  readonly tables?: readonly string[];
}

export type Format = readonly FormatPart[];

/** @throws Error where a bracket is not closed */
export function compileFormat(text: string): Format {
  const open: FormatPart[][] = [[]];
  const pieces = /\{([^{}]*)\}|\[|\]|[^{}[\]]+/gy;
  for (let match = pieces.exec(text); match; match = pieces.exec(text)) {
    const [piece, parameter] = match;
    const parts = open.at(-1) as FormatPart[];
    if (parameter !== undefined) parts.push(compileParameter(parameter));
    else if (piece === '[') open.push([]);
    else if (piece === ']' && open.length > 1) {
      const group = open.pop() as FormatPart[];
      (open.at(-1) as FormatPart[]).push({ group });
    } else parts.push(piece);
  }
  if (open.length > 1) throw new Error(`"${text}" has a bracket that is not closed`);
  return open[0] as FormatPart[];
}

function compileParameter(text: string): FormatParameter {
  const choices = text.split('|');
  const otherwise = choices.at(-1)?.startsWith('=') ? choices.pop()?.slice(1) : undefined;
  const [last = '', ...tables] = (choices.at(-1) ?? '').split(':');
  const names = [...choices.slice(0, -1), last];
  return {
    names,
    ...(otherwise === undefined ? {} : { otherwise }),
    ...(tables.length === 0 ? {} : { tables }),
  };
}

/** What words stand for, in lower case where case says nothing, by the name of the table. */
export type Tables = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What a format shows whatever parameters are given; null if that hangs on them. */
export function wordsOf(format: Format, star: string, tables: Tables): string | null {
  let words = '';
  for (const part of format) {
    if (typeof part === 'string') words += part;
    else if ('names' in part && part.names[0] === '*') words += lookedUp(tables, star, part.tables);
    else return null;
  }
  return words;
}

/** What tables say of a word, one after the other. A word that a table does not have stands for itself. */
export function lookedUp(tables: Tables, word: string, names: readonly string[] | undefined): string {
  if (names === undefined) return word;
  let found = word;
  for (const name of names) {
    const entries = tables.get(name);
    if (!entries) continue;
    const own = entries.get(found.toLowerCase());
    if (own !== undefined) found = own;
    else if (found.startsWith('0')) found = entries.get(found.replace(/^0+(?=\d)/, '')) ?? found;
    else found = entries.get(found) ?? found;
  }
  return found;
}
