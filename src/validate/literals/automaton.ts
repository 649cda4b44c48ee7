/**
 * Whether a text holds a match of a pattern, in time that grows as the text does: all ways through the pattern are followed
 * at once (Thompson's automaton, https://doi.org/10.1145/363347.363387), so none is tried again.
 */
import type { PatternTree } from './pattern-tree.js';

/** A step of the automaton; numbers are the steps that follow. */
type Step =
  | { readonly kind: 'character'; readonly isTaken: (character: string) => boolean; readonly next: number }
  | { readonly kind: 'place'; readonly source: string; readonly next: number }
  | { readonly kind: 'either'; readonly nexts: readonly number[] }
  | { readonly kind: 'end' };

/** Where a text has been read to: the steps to try, what stands before, and where each next character leads. */
interface State {
  readonly steps: readonly number[];
  /** Empty at the beginning. */
  readonly before: string;
  readonly after: Map<string, State | 'match'>;
}

export interface Automaton {
  /** How many steps one character may cost at most. */
  readonly size: number;
  matches(text: string): boolean;
}

/** More than what people write; a count of counts can be larger than memory. */
const mostSteps = 20_000;
/** Remembered at once, over all states. */
const mostRemembered = 20_000;

/** Null where the pattern counts too far. @param flags of JavaScript: u, i, m */
export function automatonOf(tree: PatternTree, flags: string): Automaton | null {
  const built = stepsOf(tree, flags);
  if (built === null) return null;
  const { steps, first } = built;
  const isWordCharacter = new RegExp('\\w', flags.replace('m', ''));
  const isWord = (character: string): boolean => isWordCharacter.test(character);
  const isMultiline = flags.includes('m');

  function holds(place: string, before: string, behind: string): boolean {
    if (place === '^') return before === '' || (isMultiline && lineEnd.test(before));
    if (place === '$') return behind === '' || (isMultiline && lineEnd.test(behind));
    return (isWord(before) !== isWord(behind)) === (place === '\\b');
  }

  /** The steps that follow before another character is read. */
  function nextsHere(step: Step, before: string, behind: string): readonly number[] {
    if (step.kind === 'either') return step.nexts;
    return step.kind === 'place' && holds(step.source, before, behind) ? [step.next] : [];
  }

  const seen = new Uint32Array(steps.length);
  let round = 0;
  /** Where a character leads, or the end of the text. */
  function follow({ steps: from, before }: State, behind: string): State | 'match' {
    const open = [...from];
    const taken = new Set<number>([first]);
    round++;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen[at] === round) continue;
      seen[at] = round;
      const step = steps[at] as Step;
      if (step.kind === 'end') return 'match';
      if (step.kind === 'character' && behind !== '' && step.isTaken(behind)) taken.add(step.next);
      else open.push(...nextsHere(step, before, behind));
    }
    return stateOf([...taken], behind);
  }

  let states = new Map<string, State>();
  let remembered = 0;
  /** All that stands before a place is whether it is a word's or a line's end. */
  const kindOf = (character: string): string =>
    character === '' ? '' : isWord(character) ? 'w' : lineEnd.test(character) ? '\n' : ' ';
  function stateOf(of: readonly number[], character: string): State {
    const before = kindOf(character);
    const key = `${before}${[...of].sort((a, b) => a - b).join()}`;
    const known = states.get(key);
    if (known) return known;
    const state: State = { steps: of, before, after: new Map() };
    states.set(key, state);
    return state;
  }

  function matches(text: string): boolean {
    let state = stateOf([first], '');
    for (const character of text) {
      let next = state.after.get(character);
      if (next === undefined) {
        next = follow(state, character);
        state.after.set(character, next);
        if (++remembered >= mostRemembered) [states, remembered] = [new Map(), 0];
      }
      if (next === 'match') return true;
      state = next;
    }
    return follow(state, '') === 'match';
  }

  return { size: steps.length, matches };
}

const lineEnd = /^[\n\r\u2028\u2029]$/;

function stepsOf(tree: PatternTree, flags: string): { steps: Step[]; first: number } | null {
  const steps: Step[] = [{ kind: 'end' }];
  const add = (step: Step): number => steps.push(step) - 1;
  const tests = new Map<string, (character: string) => boolean>();

  function testOf(source: string): (character: string) => boolean {
    const known = tests.get(source);
    if (known) return known;
    const expression = new RegExp(`^${source}$`, flags.replace('m', ''));
    const test = (character: string): boolean => expression.test(character);
    tests.set(source, test);
    return test;
  }

  /** The first step of a part, behind which `next` follows. */
  function build(part: PatternTree, next: number): number {
    if (steps.length > mostSteps) return next;
    if (part.kind === 'character') return add({ kind: 'character', isTaken: testOf(part.source), next });
    if (part.kind === 'place') return add({ kind: 'place', source: part.source, next });
    if (part.kind === 'all') return part.parts.reduceRight((behind, each) => build(each, behind), next);
    if (part.kind === 'any')
      return add({ kind: 'either', nexts: part.parts.map((each) => build(each, next)) });
    return buildRepeat(part, next);
  }

  function buildRepeat(
    { part, least, most }: Extract<PatternTree, { kind: 'repeat' }>,
    next: number,
  ): number {
    let first = next;
    if (most === Infinity) {
      const nexts = [next];
      first = add({ kind: 'either', nexts });
      nexts.push(build(part, first));
    } else {
      for (let i = least; i < most && steps.length <= mostSteps; i++)
        first = add({ kind: 'either', nexts: [next, build(part, first)] });
    }
    for (let i = 0; i < least && steps.length <= mostSteps; i++) first = build(part, first);
    return first;
  }

  const first = build(tree, 0);
  return steps.length > mostSteps ? null : { steps, first };
}
