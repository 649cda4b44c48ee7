/** The types that slots of patterns have: where the words of each may end. What they mean is read in slot-values.ts. */
import { categoryEnds } from './slots/categories.js';
import type { Ends } from './slots/end.js';
import { one, word } from './slots/end.js';
import {
  agentEnds,
  bodyEnds,
  companyEnds,
  criticEnds,
  festivalEnds,
  languageEnds,
  newspaperEnds,
  outletEnds,
  personEnds,
  publicationEnds,
} from './slots/names.js';
import {
  countEnds,
  dateEnds,
  decimalEnds,
  integerEnds,
  moneyEnds,
  ordinalEnds,
  quantityEnds,
  yearEnds,
} from './slots/numbers.js';
import { adjectiveEnds, placeEnds, regionEnds, spotEnds, territoryEnds } from './slots/places.js';
import { taxonEnds } from './slots/taxa.js';
import {
  colourEnds,
  foreignEnds,
  listEnds,
  nativeEnds,
  otherTitleEnds,
  pollNameEnds,
  quotationEnds,
  quotedTitleEnds,
  ratingEnds,
  ratioEnds,
  sameNameEnds,
  seriesEnds,
  soundEnds,
  titleEnds,
  workEnds,
} from './slots/titles.js';
import { mentionEnd } from './subject.js';

export const slotTypes: ReadonlyMap<string, Ends> = new Map(
  Object.entries({
    subject: one(mentionEnd),
    money: moneyEnds,
    date: dateEnds,
    year: yearEnds,
    count: countEnds,
    integer: integerEnds,
    ordinal: ordinalEnds,
    decimal: decimalEnds,
    quantity: quantityEnds,
    taxon: taxonEnds,
    person: personEnds,
    critic: criticEnds,
    agent: agentEnds,
    thing: agentEnds,
    organisation: companyEnds,
    body: bodyEnds,
    outlet: outletEnds,
    publication: publicationEnds,
    festival: festivalEnds,
    // Of whatever a sentence says is a festival.
    eventName: companyEnds,
    // Of a festival that is called as the town is.
    festivalTown: placeEnds,
    newspaper: newspaperEnds,
    pollName: pollNameEnds,
    place: placeEnds,
    spot: spotEnds,
    territory: territoryEnds,
    region: regionEnds,
    adjective: adjectiveEnds,
    category: categoryEnds,
    work: workEnds,
    sameName: sameNameEnds,
    title: titleEnds,
    quotedTitle: quotedTitleEnds,
    foreign: foreignEnds,
    native: nativeEnds,
    otherTitle: otherTitleEnds,
    language: languageEnds,
    list: listEnds,
    quote: quotationEnds,
    series: seriesEnds,
    rating: ratingEnds,
    ratio: ratioEnds,
    colour: colourEnds,
    sound: soundEnds,
    decade: word(/^(?:1[5-9]|20)\d0s$/),
    word: word(/^\p{L}/u),
  }),
);
