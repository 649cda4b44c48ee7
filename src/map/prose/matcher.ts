/** Fits patterns to sentences. */
import type { Beginnings, PatternNode } from './pattern.js';
import { beginningsOf, PatternError, partsOf, slotsOf } from './pattern.js';
import type { Scene } from './scene.js';
import type { Ends } from './slots/end.js';
import { speaksOther } from './speakers.js';
import { mentionEnd, mentionsSubject, stopsGap } from './subject.js';

/** Words that a slot of a pattern took, as indices of the sentence's words. */
export interface Capture {
  readonly name: string;
  readonly type: string;
  readonly begin: number;
  readonly end: number;
  /** Which item of the pattern's list it is a part of, from 0; -1 outside of lists. */
  readonly item: number;
}

export interface Match {
  readonly begin: number;
  readonly end: number;
  readonly captures: readonly Capture[];
}

/** How many words a gap may take. */
const longestGap = { gap: 24, 'any-words': 60 };

/** What may stand between the items of a list, the longest first. */
const separators: readonly (readonly string[])[] = [
  [',', 'as', 'well', 'as'],
  ['as', 'well', 'as'],
  [',', 'and'],
  [',', '&'],
  ['and'],
  ['&'],
  [','],
  [';', 'and'],
  [';'],
];

/** One attempt to fit a pattern; it goes forward by steps, of which a sentence has only so many. */
interface Attempt {
  readonly scene: Scene;
  readonly captures: Capture[];
  item: number;
  end: number;
}

/** Fits at a word, and then what follows. */
type Step = (attempt: Attempt, at: number, next: (at: number) => boolean) => boolean;

/** What patterns of one grammar are made ready with, each node once: most stand in many of them. */
export class MatcherParts {
  readonly steps = new Map<PatternNode, Step>();
  private readonly entered = new Set<PatternNode>();

  /**
   * @param slots what words of each type may be
   * @param numberOf gives words the numbers that they are known by
   */
  constructor(
    readonly slots: ReadonlyMap<string, Ends>,
    readonly numberOf: (word: string) => number,
  ) {}

  /**
   * Numbers the words of a pattern and looks at the types of its slots; what takes longer is done for those that fit a
   * sentence.
   *
   * @throws PatternError where there is no such type
   */
  enter(node: PatternNode): void {
    if (this.entered.has(node)) return;
    if (node.is === 'word') this.numberOf(node.word);
    if (node.is === 'slot') typeOf(node.type, this.slots);
    for (const part of partsOf(node)) this.enter(part);
    this.entered.add(node);
  }
}

/** A pattern that is ready to be fitted. */
export class Matcher {
  /** What a sentence must have for its slots. */
  readonly needs: { readonly quote: boolean; readonly digit: boolean; readonly subject: boolean };
  private step: Step | null = null;
  private readonly beginnings: NumberedBeginnings;

  /** @throws PatternError where a slot has no type that there is */
  constructor(
    private readonly node: PatternNode,
    private readonly parts: MatcherParts,
  ) {
    parts.enter(node);
    this.beginnings = numbered(beginningsOf(node), parts);
    const types = slotsOf(node);
    this.needs = {
      quote: types.has('quote'),
      digit: types.has('money') || types.has('date') || types.has('year'),
      subject: types.has('subject'),
    };
  }

  /** The first place where the pattern fits that begins with one of the words between two. */
  find(scene: Scene, from: number, last: number): Match | null {
    if (!this.mayFit(scene)) return null;
    for (let begin = from; begin <= last; begin++) {
      if (!mayBegin(scene, begin, this.beginnings)) continue;
      const attempt: Attempt = { scene, captures: [], item: -1, end: begin };
      this.step ??= stepOf(this.node, this.parts);
      const fits = this.step(attempt, begin, (at) => {
        attempt.end = at;
        return at > begin;
      });
      if (fits) return { begin, end: attempt.end, captures: attempt.captures };
      if (scene.isExhausted) return null;
    }
    return null;
  }

  /** Whether a sentence has what slots take: most have no quotation, no number or no mention of the subject. */
  private mayFit(scene: Scene): boolean {
    const { quote, digit, subject } = this.needs;
    if (quote && !scene.hasQuotation) return false;
    if (digit && !scene.hasDigit) return false;
    return !subject || mentionsSubject(scene);
  }
}

function stepOf(node: PatternNode, parts: MatcherParts): Step {
  let step = parts.steps.get(node);
  if (!step) {
    step = compile(node, parts);
    parts.steps.set(node, step);
  }
  return step;
}

function compile(node: PatternNode, parts: MatcherParts): Step {
  switch (node.is) {
    case 'word':
      return word(node.word, parts.numberOf(node.word));
    case 'slot':
      return slot(node.name, node.type, typeOf(node.type, parts.slots));
    case 'sequence':
      return sequence(
        node.nodes.map((part, at) =>
          isGap(part) ? gapBefore(node.nodes.slice(at + 1), part.is, parts) : stepOf(part, parts),
        ),
      );
    case 'choice': {
      const steps = node.nodes.map((part) => stepOf(part, parts));
      return (attempt, at, next) => steps.some((step) => step(attempt, at, next));
    }
    case 'optional': {
      const step = stepOf(node.node, parts);
      return (attempt, at, next) => step(attempt, at, next) || next(at);
    }
    case 'not': {
      const step = stepOf(node.node, parts);
      return (attempt, at, next) => {
        const { length } = attempt.captures;
        const stands = step(attempt, at, () => true);
        attempt.captures.length = length;
        return !stands && next(at);
      };
    }
    case 'any':
      return any(stepOf(node.node, parts));
    case 'list':
      return list(stepOf(node.node, parts), separators);
    case 'run':
      return list(stepOf(node.node, parts), [...separators, []]);
    case 'gap':
    case 'any-words':
      return gapBefore([], node.is, parts);
    case 'start':
      return (_attempt, at, next) => at === 0 && next(at);
    case 'end':
      return ({ scene }, at, next) => scene.isEnd(at) && next(at);
  }
}

function typeOf(type: string, slots: ReadonlyMap<string, Ends>): Ends {
  const known = slots.get(type);
  if (known) return known;
  throw new PatternError(`There is no type "${type}": use one of ${[...slots.keys()].sort().join(', ')}.`);
}

function word(text: string, number: number): Step {
  // "The" inside a sentence begins a name.
  const isArticle = text === 'the';
  return ({ scene }, at, next) => {
    if (!scene.takesStep() || scene.numbers[at] !== number || scene.isQuoted(at)) return false;
    return !(isArticle && at > 0 && scene.words[at]?.text === 'The') && next(at + 1);
  };
}

function slot(name: string, type: string, ends: Ends): Step {
  return (attempt, at, next) => {
    const { scene, captures } = attempt;
    if (!scene.takesStep() || at >= scene.words.length) return false;
    for (const end of scene.endsOf(type, at, ends)) {
      captures.push({ name, type, begin: at, end, item: attempt.item });
      if (next(end)) return true;
      captures.pop();
    }
    return false;
  };
}

function sequence(steps: readonly Step[]): Step {
  const from = (index: number): Step => {
    const step = steps[index];
    if (!step) return (_attempt, at, next) => next(at);
    const rest = from(index + 1);
    return (attempt, at, next) => step(attempt, at, (behind) => rest(attempt, behind, next));
  };
  return from(0);
}

/** As often as it fits. */
function any(step: Step): Step {
  const from: Step = (attempt, at, next) =>
    step(attempt, at, (behind) => behind > at && from(attempt, behind, next)) || next(at);
  return from;
}

/** As many items as there are. */
function list(step: Step, between: readonly (readonly string[])[]): Step {
  const items = (attempt: Attempt, at: number, item: number, next: (at: number) => boolean): boolean => {
    attempt.item = item;
    const fits = step(attempt, at, (behind) => {
      for (const separator of between) {
        const isHere = separator.every((sign, i) => attempt.scene.words[behind + i]?.lower === sign);
        if (isHere && items(attempt, behind + separator.length, item + 1, next)) return true;
      }
      attempt.item = -1;
      if (next(behind)) return true;
      attempt.item = item;
      return false;
    });
    if (!fits) attempt.item = item - 1;
    return fits;
  };
  return (attempt, at, next) => items(attempt, at, 0, next);
}

function isGap(node: PatternNode): node is PatternNode & { is: keyof typeof longestGap } {
  return node.is in longestGap;
}

/** A few words before what must follow them, the fewest first. */
function gapBefore(nodes: readonly PatternNode[], sort: keyof typeof longestGap, parts: MatcherParts): Step {
  const isOpen = nodes.every(({ is }) => is === 'optional' || is === 'any');
  const beginnings = isOpen ? null : numbered(beginningsOf({ is: 'sequence', nodes }), parts);
  return ({ scene }, at, next) => {
    const { length } = scene.words;
    const last = Math.min(at + longestGap[sort], length);
    const stops = sort === 'gap' ? stopsGap : speaksOther;
    for (let end = at; end <= last; end++) {
      if ((!beginnings || mayBegin(scene, end, beginnings)) && next(end)) return true;
      if (!scene.takesStep() || end === length || stops(scene, end)) return false;
    }
    return false;
  };
}

/** The same, with what words it may begin with as 1 by their numbers. */
interface NumberedBeginnings extends Omit<Beginnings, 'words'> {
  readonly words: Uint8Array;
}

function numbered({ words, ...others }: Beginnings, { numberOf }: MatcherParts): NumberedBeginnings {
  const numbers = [...words].map(numberOf);
  const flags = new Uint8Array(Math.max(-1, ...numbers) + 1);
  for (const number of numbers) flags[number] = 1;
  return { ...others, words: flags };
}

/** Whether what begins so may begin at a word. */
function mayBegin(scene: Scene, at: number, { any, start, subject, words }: NumberedBeginnings): boolean {
  if (any || (start && at === 0)) return true;
  return (subject && mentionEnd(scene, at) > 0) || words[scene.numbers[at] ?? -1] === 1;
}
