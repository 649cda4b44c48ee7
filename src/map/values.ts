/** What becomes of a field's value, by the type that the mapping gives it: one file a type. */
import type { ValueType } from './mapping-schema.js';
import { mapCountries } from './value/country.js';
import { mapDates } from './value/date.js';
import { mapDurations } from './value/duration.js';
import { mapIntegers } from './value/integer.js';
import { mapLanguages } from './value/language.js';
import { mapMoney } from './value/money.js';
import { mapAgents, mapOrganisations, mapPeople } from './value/names.js';
import { mapPlaces } from './value/place.js';
import { mapQuantities } from './value/quantity.js';
import { mapReleases } from './value/release.js';
import { mapTexts } from './value/text.js';
import { mapTitles } from './value/title.js';
import { mapUrls } from './value/url.js';
import type { ValueMapper } from './value/value-mapper.js';
import { mapWorks } from './value/work.js';

export const valueMappers: Readonly<Record<ValueType, ValueMapper>> = {
  person: mapPeople,
  organisation: mapOrganisations,
  agent: mapAgents,
  work: mapWorks,
  title: mapTitles,
  text: mapTexts,
  country: mapCountries,
  place: mapPlaces,
  language: mapLanguages,
  duration: mapDurations,
  release: mapReleases,
  date: mapDates,
  money: mapMoney,
  quantity: mapQuantities,
  integer: mapIntegers,
  url: mapUrls,
};
