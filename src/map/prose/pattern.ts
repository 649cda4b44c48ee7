/**
 * The language of sentence patterns, as mapping files write them:
 *
 * | written | stands for |
 * | --- | --- |
 * | `grossed` | the word, in any case; a sign stands for itself |
 * | `(won | received)` | one of several |
 * | `the?`, `(a total of)?` | what may be missing |
 * | `(and | ,)*` | any number of them |
 * | `<worldwide>` | a phrase that the file gives a name |
 * | `{amount:money}` | words that the grammar of a type reads, under a name |
 * | `{subject}` | a mention of the article's subject |
 * | `[ {x:category} ]+` | a list: commas and conjunctions between its items, each of which makes its own statements |
 * | `{yearOfAll:year}` | in an item of a list: the `year` of this item and of those before it that have none |
 * | `[ … {x:quote} ]++` | the same, and the items may follow each other directly |
 * | `…` | a few words that are none of those that change what is said |
 * | `……` | any words up to what must follow |
 * | `!other`, `!!other` | not before this, and only before this |
 * | `^`, `$` | the sentence begins or ends here |
 * | `\(` | the sign itself |
 */

export type PatternNode =
  | { readonly is: 'word'; readonly word: string }
  | { readonly is: 'slot'; readonly name: string; readonly type: string }
  | { readonly is: 'sequence' | 'choice'; readonly nodes: readonly PatternNode[] }
  | { readonly is: 'optional' | 'any' | 'list' | 'run' | 'not'; readonly node: PatternNode }
  | { readonly is: 'gap' | 'any-words' | 'start' | 'end' };

/** The nodes that a node is made of. */
export function partsOf(node: PatternNode): readonly PatternNode[] {
  if ('nodes' in node) return node.nodes;
  return 'node' in node ? [node.node] : [];
}

/** What is wrong with a pattern, in words. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

const signs = /\\[()|?*]|……|\{[^{}]*\}|<[^<>]*>|\]\+\+?|[()|?*[\]…!^$]|[^\s()|?*[\]{}<>…!^$\\]+/g;

/** Patterns by name, each read once, so that the same phrase is the same node in all patterns. */
export class PatternPhrases {
  private readonly known = new Map<string, PatternNode>();

  constructor(private readonly texts: Readonly<Record<string, string>>) {}

  /**
   * @param around the phrases that this one is a part of
   * @throws PatternError
   */
  node(name: string, around: readonly string[]): PatternNode {
    const known = this.known.get(name);
    if (known) return known;
    const text = this.texts[name];
    if (text === undefined) throw new PatternError(`There is no phrase "${name}": add it under \`phrases\`.`);
    if (around.includes(name)) throw new PatternError(`The phrase "${name}" is a part of itself.`);
    const node = new PatternParser(text, this, [...around, name]).parse();
    this.known.set(name, node);
    return node;
  }
}

/**
 * Reads a pattern.
 *
 * @throws PatternError
 */
export function parsePattern(text: string, phrases: PatternPhrases): PatternNode {
  return new PatternParser(text, phrases, []).parse();
}

class PatternParser {
  private readonly signs: readonly string[];
  private at = 0;

  constructor(
    text: string,
    private readonly phrases: PatternPhrases,
    /** The phrases that this one is a part of. */
    private readonly around: readonly string[],
  ) {
    this.signs = text.match(signs) ?? [];
  }

  parse(): PatternNode {
    const node = this.choice();
    const left = this.signs[this.at];
    if (left !== undefined) throw new PatternError(`There is no opening sign to "${left}".`);
    return node;
  }

  private choice(): PatternNode {
    const nodes = [this.sequence()];
    while (this.takes('|')) nodes.push(this.sequence());
    return nodes.length === 1 ? (nodes[0] as PatternNode) : { is: 'choice', nodes };
  }

  private sequence(): PatternNode {
    const nodes: PatternNode[] = [];
    for (let sign = this.signs[this.at]; sign !== undefined; sign = this.signs[this.at]) {
      if (/^(?:[)|]|\]\+?\+?)$/.test(sign)) break;
      nodes.push(this.postfixed());
    }
    return nodes.length === 1 ? (nodes[0] as PatternNode) : { is: 'sequence', nodes };
  }

  private postfixed(): PatternNode {
    const node = this.single();
    if (this.takes('?')) return { is: 'optional', node };
    return this.takes('*') ? { is: 'any', node } : node;
  }

  private single(): PatternNode {
    const sign = this.signs[this.at++] as string;
    switch (sign) {
      case '(':
        return this.closed(')');
      case '[':
        return this.list();
      case '!':
        return { is: 'not', node: this.single() };
      case '…':
        return { is: 'gap' };
      case '……':
        return { is: 'any-words' };
      case '^':
        return { is: 'start' };
      case '$':
        return { is: 'end' };
      case '?':
      case '*':
        throw new PatternError(`There is nothing before "${sign}" that may be missing.`);
      default:
        if (sign.startsWith('{')) return slot(sign.slice(1, -1));
        if (sign.startsWith('<')) return this.phrases.node(sign.slice(1, -1), this.around);
        return { is: 'word', word: sign.replace('\\', '').toLowerCase() };
    }
  }

  private list(): PatternNode {
    const node = this.choice();
    if (this.takes(']++')) return { is: 'run', node };
    if (this.takes(']+')) return { is: 'list', node };
    throw new PatternError('There is no closing "]+".');
  }

  private closed(sign: string): PatternNode {
    const node = this.choice();
    if (!this.takes(sign)) throw new PatternError(`There is no closing "${sign}".`);
    return node;
  }

  private takes(sign: string): boolean {
    if (this.signs[this.at] !== sign) return false;
    this.at++;
    return true;
  }
}

function slot(written: string): PatternNode {
  const [name = '', type = name] = written.split(':').map((part) => part.trim());
  if (!/^[a-z][A-Za-z]*$/.test(name)) throw new PatternError(`"{${written}}" has no name.`);
  return { is: 'slot', name, type };
}

/** How what a pattern fits may begin. */
export interface Beginnings {
  /** With any word. */
  readonly any: boolean;
  /** With the first word of the sentence. */
  readonly start: boolean;
  /** With a mention of the subject. */
  readonly subject: boolean;
  /** With one of these. */
  readonly words: ReadonlySet<string>;
}

const nothing: Beginnings = { any: false, start: false, subject: false, words: new Set() };

/** Keeps what was found of each node: patterns share the nodes of phrases. */
function perNode<Value>(find: (node: PatternNode) => Value): (node: PatternNode) => Value {
  const known = new WeakMap<PatternNode, Value>();
  return (node) => {
    const found = known.get(node);
    if (found !== undefined) return found;
    const value = find(node);
    known.set(node, value);
    return value;
  };
}

/** What a pattern may begin with; a place where a sentence has none of it need not be tried. */
export const beginningsOf = perNode(findBeginnings);

function findBeginnings(node: PatternNode): Beginnings {
  switch (node.is) {
    case 'word':
      return { ...nothing, words: new Set([node.word]) };
    case 'start':
      return { ...nothing, start: true };
    case 'slot':
      return node.type === 'subject' ? { ...nothing, subject: true } : { ...nothing, any: true };
    case 'choice':
      return together(node.nodes.map(beginningsOf));
    case 'sequence': {
      const behind = node.nodes.findIndex(({ is }) => is !== 'optional' && is !== 'any');
      return together(node.nodes.slice(0, behind < 0 ? undefined : behind + 1).map(beginningsOf));
    }
    case 'optional':
    case 'any':
    case 'list':
    case 'run':
      return beginningsOf(node.node);
    default:
      return { ...nothing, any: true };
  }
}

function together(all: readonly Beginnings[]): Beginnings {
  return {
    any: all.some(({ any }) => any),
    start: all.some(({ start }) => start),
    subject: all.some(({ subject }) => subject),
    words: new Set(all.flatMap(({ words }) => [...words])),
  };
}

/** The types of slots that whatever a pattern fits fills; of alternatives, those that all of them have. */
export const slotsOf = perNode(findSlots);

function findSlots(node: PatternNode): ReadonlySet<string> {
  switch (node.is) {
    case 'slot':
      return new Set([node.type]);
    case 'sequence':
      return new Set(node.nodes.flatMap((part) => [...slotsOf(part)]));
    case 'choice': {
      const [first = new Set<string>(), ...others] = node.nodes.map(slotsOf);
      return new Set([...first].filter((type) => others.every((types) => types.has(type))));
    }
    case 'list':
    case 'run':
      return slotsOf(node.node);
    default:
      return new Set();
  }
}

const noneCommon: ReadonlySet<string> = new Set();

/** Sets of words of each of which one stands in every sentence that a pattern fits. */
export const requirementsOf = perNode(findRequirements);

function findRequirements(node: PatternNode): readonly (readonly string[])[] {
  switch (node.is) {
    case 'word':
      return [[node.word]];
    case 'sequence':
      return node.nodes.flatMap(requirementsOf);
    case 'choice': {
      const words = anchorsOf(node, noneCommon);
      return words ? [words] : [];
    }
    case 'list':
    case 'run':
      return requirementsOf(node.node);
    default:
      return [];
  }
}

/** Words of which at least one stands in every sentence that a pattern fits, as few and as rare ones as possible. */
export function anchorsOf(node: PatternNode, common: ReadonlySet<string>): readonly string[] | null {
  let known = anchorFinders.get(common);
  if (!known) {
    known = perNode((part) => findAnchors(part, common));
    anchorFinders.set(common, known);
  }
  return known(node);
}

const anchorFinders = new WeakMap<ReadonlySet<string>, (node: PatternNode) => readonly string[] | null>();

function findAnchors(node: PatternNode, common: ReadonlySet<string>): readonly string[] | null {
  switch (node.is) {
    case 'word':
      return [node.word];
    case 'sequence':
      return rarest(
        node.nodes.map((part) => anchorsOf(part, common)),
        common,
      );
    case 'choice': {
      const all = node.nodes.map((part) => anchorsOf(part, common));
      return all.every((anchors) => anchors !== null) ? [...new Set(all.flat())] : null;
    }
    case 'list':
    case 'run':
      return anchorsOf(node.node, common);
    default:
      return null;
  }
}

function rarest(
  candidates: readonly (readonly string[] | null)[],
  common: ReadonlySet<string>,
): readonly string[] | null {
  let best: readonly string[] | null = null;
  const cost = (words: readonly string[]): number =>
    words.filter((word) => common.has(word) || !/\p{L}/u.test(word)).length * 100 + words.length;
  for (const words of candidates) {
    if (words !== null && (best === null || cost(words) < cost(best))) best = words;
  }
  return best;
}
