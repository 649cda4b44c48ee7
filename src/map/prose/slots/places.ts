/** Places. */
import { readPlaces } from '../../../value/place.js';
import type { ValueTables } from '../../../value/tables.js';
import { nameEnd } from '../name-run.js';
import type { Scene } from '../scene.js';
import type { Word } from '../word.js';
import type { Ends } from './end.js';
import { none, textOf } from './end.js';

/** "Malibu, California" is one place; so is a name alone. */
export const placeEnds: Ends = (scene, at) => {
  const { words } = scene;
  const from = words[at]?.lower === 'the' ? at + 1 : at;
  const end = nameEnd(scene, from, { numbers: false, possessive: true });
  if (end === 0 || isNoPlace(scene, from, end)) return none;
  const whole = containedEnd(scene, from, end);
  return whole > end ? [whole, end] : [end];
};

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
