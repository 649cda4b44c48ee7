import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../../article.js';
import { linkOf, linkSpanOf, slice, spanning } from '../../article.js';
import { schema } from '../../rdf/vocabulary.js';
import type { Place } from '../../value/known-place.js';
import { knownPlace, readPlace } from '../../value/known-place.js';
import { placeOfAdjective } from '../../value/nationality.js';
import type { Found } from '../../value/pieces.js';
import type { PlaceHints } from '../../value/place.js';
import { readPlaces } from '../../value/place.js';
import type { Draft } from '../draft.js';
import { agents } from '../known-agents.js';

/** A place, the words that name it, and the place around it. */
export interface NamedPlace {
  readonly place: Place;
  readonly words: Text;
  readonly within?: NamedPlace;
}

/** @param text that the place was found in */
export function namedPlace(text: Text, { begin, end, value }: Found<Place>): NamedPlace {
  const { within } = value;
  return {
    place: value,
    words: slice(text, begin, end),
    ...(within ? { within: namedPlace(text, within) } : {}),
  };
}

/** What a text says of its words, for the grammar of places. */
export function hintsOf({ links = [], qualities = [] }: Text): PlaceHints {
  return { links, qualities };
}

/** The one place that words name: what they say where the grammar of places reads none or several. */
export function placeOfWords(words: Text, draft: Draft): NamedPlace {
  const { tables } = draft.mappings;
  const said = placeOfAdjective(words.value, tables);
  if (said) return { place: said, words };
  const hints = { ...hintsOf(words), countries: draft.recall(agents).countries };
  const { found, unread } = readPlaces(words.value, tables, hints);
  const [only] = found;
  if (only && found.length === 1 && unread.length === 0) return namedPlace(words, only);
  const known = readPlace(words.value, tables);
  return { place: known ?? { name: words.value.replace(/^the\s+/i, ''), isCountry: false }, words };
}

/** A country by its usual name, another place by its page; with what is around it. */
export function statePlace(draft: Draft, { place, words, within }: NamedPlace, rule: string): NamedNode {
  const type = place.isCountry ? schema.Country : schema.Place;
  const { name, title } = place;
  const isLinked = !place.isCountry && name === words.value && linkOf(words) !== undefined;
  // "Russia" says the Russian Empire by what it links to.
  const isToldByLink =
    place.isCountry && linkOf(words) && readPlace(words.value, draft.mappings.tables)?.name !== name;
  const said = isToldByLink ? { ...words, span: linkSpanOf(words) } : words;
  const isKnown = place.isCountry || title !== undefined || knownPlace(name, draft.mappings.tables) !== null;
  const node = isLinked
    ? draft.named(words, type, rule)
    : isKnown
      ? draft.placed(title ?? name, name, said, type, rule)
      : draft.unlinked({ title: name, name, words: said, type }, rule, wholeTitle(name, within));
  if (isToldByLink) draft.showBy(said.span, words.span, node);
  if (within) {
    const around = statePlace(draft, within, rule);
    draft.state(node, schema.containedInPlace, around, spanning(words, within.words), rule);
  }
  return node;
}

/** Places of one name lie in several others: the title of the page of Salem in Oregon is "Salem, Oregon". */
function wholeTitle(name: string, within: NamedPlace | undefined): string {
  const around = within ? `, ${within.place.name}` : '';
  return name.endsWith(around) ? name : `${name}${around}`;
}
