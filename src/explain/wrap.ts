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
  let line = new Line(first, isColored);
  for (const { words, style, hasBlank } of tokens(runs)) {
    const blank = hasBlank && !line.isBlank ? ' ' : '';
    if (!line.isBlank && line.used + blank.length + columns(words) > width) {
      lines.push(line.end());
      line = new Line(rest, isColored);
    } else line.put(blank, style);
    for (const part of broken(words, width - rest)) {
      if (!line.isBlank && line.used + columns(part) > width) {
        lines.push(line.end());
        line = new Line(rest, isColored);
      }
      line.put(part, style);
    }
  }
  return [...lines, line.end()];
}

/** A line that is being filled. A style is begun once, however many words it has. */
class Line {
  isBlank = true;
  private text: string;
  private style = '';

  constructor(
    public used: number,
    private readonly isColored: boolean,
  ) {
    this.text = ' '.repeat(used);
  }

  put(words: string, style: string): void {
    if (words === '') return;
    this.change(style);
    this.text += words;
    this.used += columns(words);
    this.isBlank = false;
  }

  end(): string {
    this.change('');
    return this.text.trimEnd();
  }

  private change(style: string): void {
    if (!this.isColored || style === this.style) return;
    if (this.style !== '') this.text += '\u001b[0m';
    if (style !== '') this.text += `\u001b[${style}m`;
    this.style = style;
  }
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
