/** Lines of a terminal. */
import { printable } from '../source/printable.js';

/** Words in a style. */
export interface Run {
  readonly text: string;
  /** Parameters of SGR (ECMA-48 §8.3.117), such as `1` for bold; empty for none. */
  readonly style: string;
}

export interface Layout {
  /** Columns of a line. */
  readonly width: number;
  /** Columns that the first line, and each behind it, leaves empty. */
  readonly first: number;
  readonly rest: number;
  readonly isColored: boolean;
}

/** Breaks runs of words into lines that are no wider than the layout's; white space is one blank. */
export function wrap(runs: readonly Run[], { width, first, rest, isColored }: Layout): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(first);
  let used = first;
  let isBlank = true;
  const begin = (): void => {
    lines.push(line.trimEnd());
    line = ' '.repeat(rest);
    used = rest;
    isBlank = true;
  };
  const put = (text: string, style: string): void => {
    line += isColored && style !== '' ? `\u001b[${style}m${text}\u001b[0m` : text;
    used += columns(text);
  };
  for (const { words, style, hasBlank } of tokens(runs)) {
    const blank = hasBlank && !isBlank ? 1 : 0;
    if (!isBlank && used + blank + columns(words) > width) begin();
    else if (blank) put(' ', style);
    for (const part of broken(words, width - rest)) {
      if (!isBlank && used + columns(part) > width) begin();
      put(part, style);
      isBlank = false;
    }
  }
  lines.push(line.trimEnd());
  return lines;
}

interface Token {
  readonly words: string;
  readonly style: string;
  /** Whether a blank stands before it. */
  readonly hasBlank: boolean;
}

function* tokens(runs: readonly Run[]): Generator<Token> {
  let hasBlank = false;
  for (const { text, style } of runs) {
    for (const part of text.split(/(\s+)/)) {
      if (part === '') continue;
      if (/^\s/.test(part)) hasBlank = true;
      else {
        yield { words: printable(part), style, hasBlank };
        hasBlank = false;
      }
    }
  }
}

/** A word that is wider than a line, in parts that are not. */
function* broken(word: string, width: number): Generator<string> {
  if (columns(word) <= width) {
    yield word;
    return;
  }
  let part = '';
  let used = 0;
  for (const character of word) {
    const more = columns(character);
    if (used + more > width && part !== '') {
      yield part;
      part = '';
      used = 0;
    }
    part += character;
    used += more;
  }
  yield part;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const narrow = /\p{M}|\u200b|\u200d/u;

/** Columns that a terminal gives to a text: two to characters of East Asian scripts, none to those that go over others. */
export function columns(text: string): number {
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
  let count = 0;
  for (const character of text) count += narrow.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return count;
}
