import type { Text } from '../../article.js';
import { slice } from '../../article.js';
import type { Found } from '../../value/pieces.js';
import type { Place } from '../../value/place.js';

/** A place, and the words that name it. */
export interface NamedPlace {
  readonly place: Place;
  readonly words: Text;
}

/** @param text that the place was found in */
export function namedPlace(text: Text, { begin, end, value }: Found<Place>): NamedPlace {
  return { place: value, words: slice(text, begin, end) };
}
