/** Places. */
import type { ValueTables } from '../../../value/tables.js';
import { nameEnd } from '../name-run.js';
import type { Scene } from '../scene.js';
import type { Word } from '../word.js';
import type { Ends } from './end.js';
import { none, textOf } from './end.js';

/** "Malibu, California" is one place; so is a name alone. */
export const placeEnds: Ends = (scene, at) => {
  const { words, context } = scene;
  const from = words[at]?.lower === 'the' ? at + 1 : at;
  const end = nameEnd(scene, from, { numbers: false, possessive: true });
  if (end === 0 || isNoPlace(scene, from, end)) return none;
  if (words[end]?.text !== ',') return [end];
  const behind = nameEnd(scene, end + 1, { numbers: false, possessive: false });
  return behind > 0 && isRegion(textOf(scene, end + 1, behind), context.tables) ? [behind, end] : [end];
};

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

/** Months, languages and ways of filming stand behind "in" as places do. */
function isNoPlace({ words, context }: Scene, at: number, end: number): boolean {
  const { tables } = context;
  const first = words[at] as Word;
  if (tables.months.has(first.lower) || tables.notPlaces.has(first.text)) return true;
  // A festival is an event.
  if (words.slice(at, end).some(({ lower }) => tables.festivals.has(lower))) return true;
  return end - at === 1 && tables.languages.has(first.lower);
}

function isRegion(name: string, { countries, states }: ValueTables): boolean {
  return countries.has(name.toLowerCase()) || states.has(name);
}
