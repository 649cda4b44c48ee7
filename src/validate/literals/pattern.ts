/** sh:pattern: the regular expressions of SPARQL's REGEX (https://www.w3.org/TR/xpath-functions-31/#regex-syntax). */
import { createContext, Script } from 'node:vm';

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

/** Up to as many characters even the worst expression takes no time. */
const shortText = 20;
const mostMilliseconds = 1000;
/** After as many texts that took too long, no further long one is tried. */
const mostLate = 3;

/**
 * An expression that repeats what repeats may take longer than anyone lives. Such a one is run where it can be stopped,
 * which takes longer to begin than most texts take to match.
 */
function bounded(expression: RegExp, source: string): PatternTest {
  // Signs that are escaped, or stand in a class, repeat nothing.
  const bare = expression.source.replace(/\\[pP]\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]/g, '');
  const repeats = bare.match(/[*+}]/g)?.length ?? 0;
  const repeatsGroup = /\)[*+{]/.test(bare);
  if (repeats < 2 && !repeatsGroup) return (text) => expression.test(text);
  // Most articles have no text that needs one.
  let stoppable: { readonly context: { text: string }; readonly script: Script } | undefined;
  let late = 0;
  const tooSlow = (text: string): PatternError =>
    new PatternError(
      `The pattern ${JSON.stringify(source)} takes longer than ${mostMilliseconds / 1000} s on a text of ${text.length} characters; write it without repetitions inside repetitions.`,
    );
  return (text) => {
    if (text.length <= shortText) return expression.test(text);
    if (late >= mostLate) throw tooSlow(text);
    stoppable ??= {
      context: createContext({ expression, text }) as { text: string },
      script: new Script('expression.test(text)'),
    };
    const { context, script } = stoppable;
    context.text = text;
    try {
      return script.runInContext(context, { timeout: mostMilliseconds }) as boolean;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      late++;
      throw tooSlow(text);
    }
  };
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
