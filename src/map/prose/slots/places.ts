/** Places. */
import { readPlace } from '../../../value/known-place.js';
import { placeOfAdjective } from '../../../value/nationality.js';
import { readPlaces } from '../../../value/place.js';
import type { ValueTables } from '../../../value/tables.js';
import { isCapital, nameEnd } from '../name-run.js';
import type { Scene } from '../scene.js';
import type { Word } from '../word.js';
import type { Ends } from './end.js';
import { none, textOf } from './end.js';

/** "Malibu, California" is one place; so is a name alone. */
export const placeEnds: Ends = (scene, at) => {
  const { words } = scene;
  const from = words[at]?.lower === 'the' ? at + 1 : at;
  const end = beforeDash(scene, from, nameEnd(scene, from, { numbers: false, possessive: true }));
  if (end === 0 || isNoPlace(scene, from, end)) return none;
  const whole = containedEnd(scene, from, end);
  return whole > end ? [whole, end] : [end];
};

/** Where a name ends before a dash between spaces: "Oslo – May 2012". */
function beforeDash({ words }: Scene, at: number, end: number): number {
  for (let dash = at + 1; dash < end - 1; dash++) {
    const [before, sign, behind] = words.slice(dash - 1, dash + 2) as [Word, Word, Word];
    if (/^[–—-]$/.test(sign.text) && before.end < sign.begin && sign.end < behind.begin) return dash;
  }
  return end;
}

/** Index behind what is known to contain the place that stands before it: "Malibu, California", "Oslo, Norway". */
function containedEnd(scene: Scene, at: number, end: number): number {
  const { words, context } = scene;
  let last = end;
  for (let from = at; words[last]?.text === ','; ) {
    const behind = nameEnd(scene, last + 1, { numbers: false, possessive: false });
    if (behind === 0) break;
    // What follows tells whether this is a list of countries.
    const next = /^(?:,|and|&)$/i.test(words[behind]?.text ?? '') ? nextPlace(scene, behind) : '';
    const text = `${textOf(scene, from, behind)}${next}`;
    const { found } = readPlaces(text, context.tables);
    const isIn = found[0]?.begin === 0 && found[0].value.within !== undefined;
    if (!isIn && !(found[0]?.begin === 0 && found[0].value.name.includes(','))) break;
    [from, last] = [last + 1, behind];
  }
  return last;
}

/** The place that goes on with a list behind a comma or "and", with what stands before it. */
function nextPlace(scene: Scene, at: number): string {
  const isBoth = scene.words[at]?.text === ',' && /^(?:and|&)$/i.test(scene.words[at + 1]?.text ?? '');
  const from = isBoth ? at + 2 : at + 1;
  const end = nameEnd(scene, from, { numbers: false, possessive: false });
  return end === 0 ? '' : ` and ${textOf(scene, from, end)}`;
}

/** Longest name of a place in a list, in words. */
const longestSpot = 10;

/**
 * A place as lists name it, and as an address too: "12 Salt Street", "Salt river". Words without a capital that no such name has
 * make it a sentence.
 */
export const spotEnds: Ends = (scene, at) => {
  const { words, context } = scene;
  const isBegun = isCapital(words[at]) || (/^\d+$/.test(words[at]?.text ?? '') && isCapital(words[at + 1]));
  if (!isBegun || scene.isQuoted(at) || scene.isInsideLink(at)) return none;
  const link = scene.linkEnd(at);
  if (link !== undefined) return [containedEnd(scene, at, link), link];
  let end = at;
  for (let next = at; next < words.length && next - at < longestSpot; next++) {
    const word = words[next] as Word;
    const isName = isCapital(word) || /^\d/.test(word.text) || context.names.placeWords.has(word.lower);
    if (isName) end = next + 1;
    else if (
      !context.tables.running.insidePlaces.has(word.lower) &&
      !context.tables.runParticles.has(word.text) &&
      !isStop(scene, next)
    )
      break;
  }
  if (end === at || isNoPlace(scene, at, end)) return none;
  const ends = endsBeforeKnown(scene, at, end);
  return ends.flatMap((one) => (one === end ? [containedEnd(scene, at, one), one] : [one]));
};

/** A stop behind an abbreviation: "St. Ann". */
function isStop({ words, context }: Scene, at: number): boolean {
  return words[at]?.text === '.' && context.tables.abbreviations.has(words[at - 1]?.text ?? '');
}

/** Where a name ends that goes on with where it is: "Salt Hall in Norway". Of two with "and" between them each is one. */
function endsBeforeKnown({ text, words, context }: Scene, at: number, end: number): readonly number[] {
  for (let joint = at + 1; joint < end; joint++) {
    const { lower } = words[joint] as Word;
    if (lower === 'and' || lower === '&') return [joint];
    const from = words[joint + 1]?.lower === 'the' ? joint + 2 : joint + 1;
    const first = words[from];
    if (lower !== 'in' || !first) continue;
    const around = text.value.slice(first.begin, words[end - 1]?.end).toLowerCase();
    if (isRegion(around, context.tables) || context.tables.cities.has(around)) return [joint];
  }
  return [end];
}

/** One place, or several that an amount is of together: "the United States and Canada", "other territories". */
export const territoryEnds: Ends = (scene, at) => {
  const { words, context } = scene;
  const isOther =
    words[at]?.lower === 'other' && context.tables.territoryWords.has(words[at + 1]?.lower ?? '');
  if (isOther) return [at + 2];
  const first = placeEnds(scene, at)[0];
  if (first === undefined) return none;
  const second = words[first]?.lower === 'and' ? placeEnds(scene, first + 1)[0] : undefined;
  const isPair = second !== undefined && isRegion(textOf(scene, first + 1, second), context.tables);
  return isPair ? [second, first] : [first];
};

/** One that is known to be a country or a region, or several of them. */
export const regionEnds: Ends = (scene, at) =>
  territoryEnds(scene, at).filter((end) => readPlace(textOf(scene, at, end), scene.context.tables) !== null);

/** An adjective that says where: "Norwegian", "North American". */
export const adjectiveEnds: Ends = (scene, at) => {
  const { words, context } = scene;
  if (!isCapital(words[at]) || scene.isQuoted(at)) return none;
  return [at + 2, at + 1].filter(
    (end) => end <= words.length && placeOfAdjective(textOf(scene, at, end), context.tables),
  );
};

/** Months, languages and techniques stand behind "in" as places do. */
function isNoPlace({ words, context }: Scene, at: number, end: number): boolean {
  const { tables } = context;
  const first = words[at] as Word;
  if (tables.months.has(first.lower) || tables.notPlaces.has(first.text)) return true;
  // A festival is an event.
  if (words.slice(at, end).some(({ lower }) => tables.festivals.has(lower))) return true;
  return end - at === 1 && tables.languages.has(first.lower);
}

function isRegion(name: string, { countries, parts }: ValueTables): boolean {
  return countries.has(name.toLowerCase()) || parts.has(name.toLowerCase());
}
