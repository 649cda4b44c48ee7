/** Where the patterns of a grammar fit a sentence. */
import type { Grammar, SentencePattern, Wording } from './grammar.js';
import type { Capture, Match } from './matcher.js';
import { isCapital } from './name-run.js';
import type { Scene } from './scene.js';
import { mentionEnd, turnsTo } from './subject.js';
import type { Candidate } from './wording-index.js';

/** The captures of each item of a match's list, with those outside of it. */
export function itemsOf({ captures }: Match): (readonly Capture[])[] {
  const items = [...new Set(captures.map(({ item }) => item).filter((item) => item >= 0))];
  if (items.length === 0) return [captures];
  const ofAll = captures.filter(({ name }) => name.endsWith(forAll));
  return items.map((item) => {
    const own = captures.filter((capture) => capture.item === -1 || capture.item === item);
    return [...own, ...sharedBy(item, own, ofAll)];
  });
}

/** How the name of a slot ends that counts for the items before it too: "A, B and C (all 2018)". */
const forAll = 'OfAll';

/** What the next item that says something of all gives to one that does not say it itself. */
function sharedBy(item: number, own: readonly Capture[], ofAll: readonly Capture[]): Capture[] {
  const next = ofAll.find((capture) => capture.item >= item);
  if (!next) return [];
  const name = next.name.slice(0, -forAll.length);
  return own.some((capture) => capture.name === name) ? [] : [{ ...next, name }];
}

/** The patterns of which wordings are, each with its own of them, in the order of the grammar. */
export function byPattern(
  candidates: readonly Candidate<Wording>[],
  { patterns }: Grammar,
): (readonly [SentencePattern, readonly Candidate<Wording>[]])[] {
  const found: (readonly [SentencePattern, Candidate<Wording>[]])[] = [];
  let last = -1;
  for (const candidate of candidates) {
    const { pattern } = candidate.wording;
    if (pattern === last) found.at(-1)?.[1].push(candidate);
    else found.push([patterns[pattern] as SentencePattern, [candidate]]);
    last = pattern;
  }
  return found;
}

/**
 * Every place where a pattern fits and its clause does not take back what it says.
 *
 * @param wordings those of the pattern that may fit the sentence
 */
export function* findMatches(
  scene: Scene,
  pattern: SentencePattern,
  grammar: Grammar,
  wordings: readonly Candidate<Wording>[],
): Generator<Match> {
  let read = 0;
  for (const { wording, last } of wordings) {
    const { matcher } = wording;
    // What one wording of a pattern reads, another would read again; behind it the sentence may go on about the subject.
    if (read > 0 && !matcher.needs.subject) continue;
    let from = read;
    for (let match = matcher.find(scene, from, last); match; match = matcher.find(scene, from, last)) {
      from = match.end;
      if (isDenied(scene, match, pattern, grammar)) continue;
      read = match.end;
      yield match;
    }
  }
}

/** Whether a match is said of something else, or its clause says that it is not so or only thought. */
function isDenied(
  scene: Scene,
  match: Match,
  { unless, fact, deniable, isOfItems }: SentencePattern,
  grammar: Grammar,
): boolean {
  const { words } = scene;
  const { end, captures } = match;
  if (fact.makes !== 'node' && isOfOther(scene, match)) return true;
  if (isGoverned(scene, match)) return true;
  // Which of several belongs to which of several others no pattern tells.
  if (fact.makes !== 'values' && words.slice(end).some(({ lower }) => lower === 'respectively')) return true;
  if (fact.makes !== 'node' && isTakenBack(scene, end, grammar)) return true;
  const { from, to } = saidWith(scene, match, isOfItems);
  for (let at = from; at < to; at++) {
    // What a title or a name says is not said of the subject.
    const named = captures.find((capture) => capture.begin <= at && at < capture.end)?.end;
    const skipped = named ?? mentionEnd(scene, at);
    if (skipped > at) {
      at = skipped - 1;
      continue;
    }
    if (scene.isQuoted(at)) continue;
    const { lower } = words[at] as { lower: string };
    if (unless.has(lower) || (deniable && at < end && isDenial(scene, at, grammar))) return true;
  }
  return false;
}

/** The words that are said with a match: its clause, up to what turns to something else, "where it won a prize"; or all of an item. */
function saidWith(scene: Scene, match: Match, isOfItems: boolean): { from: number; to: number } {
  const { words } = scene;
  // An item says one thing, commas or not.
  const { from, to } = isOfItems ? { from: 0, to: words.length } : clauseOf(scene, match);
  const { turning } = scene.context.tables.running;
  const turn = words.findIndex(({ lower }, at) => at >= match.end && turning.has(lower));
  return { from, to: turn < 0 ? to : Math.min(to, turn) };
}

/** Whether what a match says of the subject is said of something that is named by it: "a book with pictures from the film was released". */
function isGoverned(scene: Scene, { begin, captures }: Match): boolean {
  const { words, context } = scene;
  const { governors, versions } = context.subject;
  if (captures[0]?.type !== 'subject' || captures[0].begin !== begin || begin < 2) return false;
  if (!governors.standsAt(words, begin - 1)) return false;
  // "In 1990, after the success of the film": what leads to a clause is no head.
  const head = words[begin - 2];
  return head !== undefined && /^\p{L}/u.test(head.text) && !versions.standsAt(words, begin - 2);
}

/** Whether a match names no subject, and its sentence or those before it speak of another work. */
function isOfOther(scene: Scene, { captures }: Match): boolean {
  return (
    !captures.some(({ type }) => type === 'subject') && (scene.past.isElsewhere || turnsTo(scene) === 'work')
  );
}

function isDenial({ words }: Scene, at: number, { denials }: Grammar): boolean {
  // "Ranked No. 5"
  if (words[at]?.lower === 'no' && words[at + 1]?.text === '.') return false;
  // "May 1980", "Will Lund"
  if (at > 0 && isCapital(words[at])) return false;
  return denials.standsAt(words, at) || words[at]?.lower.endsWith("n't") === true;
}

/** Whether what stands behind a match in its clause takes it back: "a release in May was planned". */
function isTakenBack(scene: Scene, end: number, { takebacks, clauseStarts }: Grammar): boolean {
  const { words } = scene;
  for (let at = end; at < words.length; at++) {
    const { lower } = words[at] as { lower: string };
    if (isBound(scene, at) || clauseStarts.has(lower)) return false;
    if (!scene.isQuoted(at) && (takebacks.standsAt(words, at) || lower.endsWith("n't"))) return true;
  }
  return false;
}

/** Whether a sign parts clauses. */
function isBound(scene: Scene, at: number): boolean {
  return /^[,;:—()]$/.test(scene.words[at]?.text ?? '') && !isNumberComma(scene, at);
}

/** The words of the clause that a match stands in. */
function clauseOf(scene: Scene, { begin, end }: Match): { from: number; to: number } {
  const { words } = scene;
  let from = begin;
  while (from > 0 && !isBound(scene, from - 1)) from--;
  // What leads to the clause is said of it: "In its second weekend, the film …".
  if (
    from === begin &&
    words[from - 1]?.text === ',' &&
    !words.slice(0, from - 1).some((_, at) => isBound(scene, at))
  ) {
    from = 0;
  }
  let to = end;
  while (to < words.length && !isBound(scene, to)) to++;
  return { from, to };
}

/** "July 20, 2018" */
function isNumberComma({ words }: Scene, at: number): boolean {
  return /^\d/.test(words[at - 1]?.text ?? '') && /^\d{4}$/.test(words[at + 1]?.text ?? '');
}
