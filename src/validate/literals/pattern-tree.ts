/** A pattern as JavaScript writes it with the flag u, taken apart. */

export type PatternTree =
  /** One character: a letter, an escape or a class. */
  | { readonly kind: 'character'; readonly source: string }
  /** `^`, `$`, `\b` or `\B`. */
  | { readonly kind: 'place'; readonly source: string }
  | { readonly kind: 'all'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'any'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'repeat'; readonly part: PatternTree; readonly least: number; readonly most: number };

export const mostNested = 500;

const token =
  /\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\.|\[(?:\\.|[^\]\\])*\]|\(\?:|\{\d+(?:,\d*)?\}|./gsu;

/** Of a pattern that JavaScript takes, without back-references and looks ahead. Null where its groups are too deep. */
export function patternTree(source: string): PatternTree | null {
  const tokens = source.match(token) ?? [];
  let at = 0;

  function alternatives(depth: number): PatternTree | null {
    if (depth > mostNested) return null;
    const parts: PatternTree[] = [];
    do {
      const part = sequence(depth);
      if (part === null) return null;
      parts.push(part);
    } while (tokens[at] === '|' && ++at);
    return parts.length === 1 ? (parts[0] as PatternTree) : { kind: 'any', parts };
  }

  function sequence(depth: number): PatternTree | null {
    const parts: PatternTree[] = [];
    while (at < tokens.length && tokens[at] !== '|' && tokens[at] !== ')') {
      const part = one(tokens[at++] as string, depth);
      if (part === null) return null;
      parts.push(repeated(part));
    }
    return { kind: 'all', parts };
  }

  function one(text: string, depth: number): PatternTree | null {
    if (text === '^' || text === '$' || text === '\\b' || text === '\\B')
      return { kind: 'place', source: text };
    if (text !== '(' && text !== '(?:') return { kind: 'character', source: text };
    const group = alternatives(depth + 1);
    at++;
    return group;
  }

  function repeated(part: PatternTree): PatternTree {
    const bounds = repetition(tokens[at]);
    if (bounds === null) return part;
    at++;
    // As few as possible or as many: the same texts match.
    if (tokens[at] === '?') at++;
    return { kind: 'repeat', part, ...bounds };
  }

  return alternatives(0);
}

function repetition(text = ''): { readonly least: number; readonly most: number } | null {
  if (text === '*') return { least: 0, most: Infinity };
  if (text === '+') return { least: 1, most: Infinity };
  if (text === '?') return { least: 0, most: 1 };
  const [counted, least, comma, most] = /^\{(\d+)(,?)(\d*)\}$/.exec(text) ?? [];
  if (counted === undefined) return null;
  const bound = comma === '' ? least : most || Infinity;
  return { least: Number(least), most: Number(bound) };
}
