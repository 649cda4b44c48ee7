/** sh:pattern: the regular expressions of SPARQL's REGEX (https://www.w3.org/TR/xpath-functions-31/#regex-syntax). */
import type { Automaton } from './automaton.js';
import { automatonOf } from './automaton.js';
import { patternTree } from './pattern-tree.js';

/** A text against a pattern. @throws PatternError if that takes too long */
export type PatternTest = (text: string) => boolean;

export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/** @throws PatternError, with what is wrong */
export function compilePattern(source: string, flags = ''): PatternTest {
  const unknown = [...flags].find((flag) => !'smixq'.includes(flag));
  if (unknown !== undefined) throw new PatternError(`"${unknown}" is no flag; there are s, m, i, x and q.`);
  const has = (flag: string): boolean => flags.includes(flag);
  const own = has('q') ? source.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') : source;
  const spaced = has('x') && !has('q') ? withoutSpace(own) : own;
  const translated = has('q') ? spaced : translate(spaced, has('s'));
  let expression: RegExp;
  try {
    expression = new RegExp(translated, `u${has('i') ? 'i' : ''}${has('m') ? 'm' : ''}`);
  } catch (error) {
    throw new PatternError(`It is no regular expression: ${reasonOf(error as Error)}.`);
  }
  return bounded(expression, source);
}

/** A text times the steps of a pattern: more is longer than anyone waits for one check. */
const mostWork = 2e8;
/** One repetition takes the square of a text at most, which up to as many characters is soon done. */
const shortText = 5000;

/**
 * An expression that repeats more than once, tried a way at a time, may take longer than anyone lives: such a one is run by an
 * automaton, which goes all ways at once.
 */
function bounded(expression: RegExp, source: string): PatternTest {
  // Signs that are escaped, or stand in a class, repeat nothing; neither does an exact count of one character.
  const bare = expression.source
    .replace(/\\(?:[pPu]\{[^}]*\}|.)|\[(?:\\.|[^\]\\])*\]/gsu, (part) =>
      /^\\[1-9k]/.test(part) ? '\\' : 'a',
    )
    .replace(/(?<=[^)])\{\d+\}/g, '');
  const repeats = bare.match(/[*+}]|(?<!\()\?/g)?.length ?? 0;
  const isShort =
    repeats === 0 ? (bare.match(/\|/g)?.length ?? 0) <= 3 : repeats === 1 && !/\)[*+{?]/.test(bare);
  if (repeats === 0 && isShort) return (text) => expression.test(text);
  // What refers back, or looks ahead, is beyond an automaton.
  const needsWays = /\\|\(\?[^:]/.test(bare);
  const automaton = needsWays ? null : automatonFor(expression);
  if (automaton === null && !isShort)
    throw new PatternError(
      `The pattern ${JSON.stringify(source)} could take without end; write it with fewer repetitions${needsWays ? ', or without what refers back or looks ahead' : ''}.`,
    );
  return (text) => {
    if (isShort && text.length <= shortText) return expression.test(text);
    if (automaton === null || automaton.size * text.length > mostWork)
      throw new PatternError(
        `The pattern ${JSON.stringify(source)} takes too long on a text of ${text.length} characters; write it with fewer repetitions.`,
      );
    return automaton.matches(text);
  };
}

function automatonFor({ source, flags }: RegExp): Automaton | null {
  const tree = patternTree(source);
  return tree && automatonOf(tree, flags);
}

/** Flag x: white space outside of classes is for people. */
function withoutSpace(source: string): string {
  return source.replace(/\\.|\[(?:\\.|[^\]\\])*\]|\s+/gs, (part) => (/^\s/.test(part) ? '' : part));
}

const nameStart = '\\p{L}\\p{Nl}:_';
const nameCharacter = `${nameStart}\\p{N}\\p{M}.\\-·`;

/** Escapes of classes that JavaScript has not, or has in ASCII alone; without the brackets around. */
const classes: Readonly<Record<string, string>> = {
  i: nameStart,
  c: nameCharacter,
  d: '\\p{Nd}',
  s: ' \\t\\n\\r',
};
/** All but punctuation, separators and others. */
const notWord = '\\p{P}\\p{Z}\\p{C}';

const token = /\\[pP]\{[^}]*\}|\\.|./gsu;
const classEscape = /^\\(?:[dswicDSWIC]|[pP]\{.*\})$/;

/** As JavaScript writes it with the flag u. */
function translate(source: string, isDotAll: boolean): string {
  const tokens = source.match(token) ?? [];
  let isInClass = false;
  return tokens
    .map((text, i) => {
      const [before = '', behind = ''] = [tokens[i - 1], tokens[i + 1]];
      if (isInClass) {
        if (text === '[') throw new PatternError('It is no regular expression: write "\\[" in a class.');
        isInClass = text !== ']';
        return inClass(text, before, behind);
      }
      isInClass = text === '[';
      // In XPath this is wrong, and JavaScript would match nothing.
      if (isInClass && behind === ']')
        throw new PatternError('It is no regular expression: "[]" holds nothing.');
      if (text === '.') return isDotAll ? '[^]' : '[^\\n\\r]';
      return text.startsWith('\\') && text.length === 2 ? outsideOfClass(text.charAt(1)) : text;
    })
    .join('');
}

/** A hyphen beside what is a class itself stands for itself. */
function inClass(text: string, before: string, behind: string): string {
  if (text === '-') return classEscape.test(before) || classEscape.test(behind) ? '\\-' : '-';
  if (!text.startsWith('\\') || text.length > 2) return text;
  const letter = text.charAt(1);
  if (letter === 'D') return '\\P{Nd}';
  if (letter === 'w') return '\\p{L}\\p{M}\\p{N}\\p{S}';
  if (letter === 'W') return notWord;
  return classes[letter] ?? text;
}

function outsideOfClass(letter: string): string {
  const members = classes[letter];
  if (members !== undefined) return `[${members}]`;
  const others = classes[letter.toLowerCase()];
  if (others !== undefined) return `[^${others}]`;
  if (letter === 'w') return `[^${notWord}]`;
  if (letter === 'W') return `[${notWord}]`;
  return letter === '-' ? '-' : `\\${letter}`;
}

function reasonOf({ message }: Error): string {
  return message
    .replace(/^Invalid regular expression: /, '')
    .replace(/^\/.*\/[a-z]*: /s, '')
    .toLowerCase();
}
