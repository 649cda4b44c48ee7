/** Headings and lines above lists and tables of awards: who gives them, and how they came out. */
import type { Text } from '../article.js';
import { slice } from '../article.js';
import { matchesOf } from '../value/matches.js';
import type { AwardCells } from './award-cells.js';

/** What headings and lines above say of all that stands below. */
export interface Scope {
  readonly giver?: Text;
  readonly result?: Text;
}

/** A longer line is a sentence. */
const longestHeading = 80;

/** What a line or a heading adds to what is said above it. A line that says neither ends what lines before it said. */
export function scopeUnder(outer: Scope, line: Text, cells: AwardCells): Scope {
  const { value } = line;
  const bare = withoutColon(line);
  if (cells.isResult(bare.value)) return { ...outer, result: bare };
  if (value.length <= longestHeading) {
    const giver = giverIn(bare, cells);
    if (giver) return { ...outer, giver };
  }
  return value.endsWith(':') ? scopeOfSentence(outer, bare, cells) : outer;
}

function withoutColon(line: Text): Text {
  return line.value.endsWith(':') ? slice(line, 0, line.value.length - 1) : line;
}

/**
 * Who gives the awards that a heading announces: "Stone Awards", "Stone Awards and nominations", "Stone Nominations and
 * Awards"; null where it names nobody, as "Other awards".
 */
export function giverIn(heading: Text, cells: AwardCells): Text | null {
  const { head, tail } = cells.splitHeading(heading.value);
  if (head === null) return null;
  if (tail.length < 2) return cells.namesGiver(heading.value) ? heading : null;
  const [first = ''] = tail;
  if (cells.words.named.includes(first.toLowerCase())) {
    const giver = slice(heading, 0, head.length + 1 + first.length);
    return cells.namesGiver(giver.value) ? giver : null;
  }
  // Both words are said of who gives them.
  const award = tail.find((word) => cells.words.whole.includes(word.toLowerCase()));
  const value = `${head} ${award}`;
  return award && cells.namesGiver(value) ? { type: 'text', value, span: heading.span } : null;
}

/** "The film won the following prizes at the 8th Stone Awards:" says both of the list behind it. */
function scopeOfSentence(outer: Scope, line: Text, cells: AwardCells): Scope {
  const begin = Math.max(
    0,
    ...matchesOf(/[.!?]\s+(?=\p{Lu})/gu, line.value).map(({ 0: sign, index }) => index + sign.length),
  );
  const sentence = slice(line, begin, line.value.length);
  const at = matchesOf(/\s(\p{Ll}+)\s+(?:the\s+)?(?=[\p{Lu}\p{N}])/gu, sentence.value).findLast(
    ([, word = '']) => cells.words.places.includes(word),
  );
  const place = at && slice(sentence, at.index + at[0].length, sentence.value.length);
  const giver = place && cells.namesGiver(place.value) ? place : undefined;
  const result = resultIn(sentence, cells);
  return { ...outer, ...(giver ? { giver } : {}), ...(result ? { result } : {}) };
}

/** The word that says how all came out; none where words say both. */
function resultIn(sentence: Text, cells: AwardCells): Text | undefined {
  const words = matchesOf(/\p{L}+/gu, sentence.value).flatMap(({ 0: word, index }) => {
    const outcome = /^\p{Ll}/u.test(word) ? cells.outcome(word) : undefined;
    return outcome ? [{ outcome, words: slice(sentence, index, index + word.length) }] : [];
  });
  // "Received three nominations": what it says of the receiving is said by what was received.
  const clear = words.filter(({ words: { value } }) => cells.words.clear.includes(value));
  const all = clear.length > 0 ? clear : words;
  return all.every(({ outcome }) => outcome.equals(all[0]?.outcome)) ? all[0]?.words : undefined;
}
