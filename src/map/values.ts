/** The types of values, one file each: what is not here is no type, and nothing else lists them. */
import { codeType } from './value/code.js';
import { coordinatesType } from './value/coordinates.js';
import { countType } from './value/count.js';
import { countryType } from './value/country.js';
import { dateType } from './value/date.js';
import { durationType } from './value/duration.js';
import { enumerationType } from './value/enumeration.js';
import { integerType } from './value/integer.js';
import { languageType } from './value/language.js';
import { marriageType } from './value/marriage.js';
import { moneyType } from './value/money.js';
import { agentType, organisationType, personType } from './value/names.js';
import { nationalityType } from './value/nationality.js';
import { numberOrNamesType } from './value/number-or-names.js';
import { periodType } from './value/period.js';
import { placeType } from './value/place.js';
import { quantityType } from './value/quantity.js';
import { releaseType } from './value/release.js';
import { scientificNameType } from './value/scientific-name.js';
import { taxonType } from './value/taxon.js';
import { taxonAuthorityType } from './value/taxon-authority.js';
import { textType } from './value/text.js';
import { thingType } from './value/thing.js';
import { titleType } from './value/title.js';
import { urlType } from './value/url.js';
import { utcOffsetType } from './value/utc-offset.js';
import type { ValueType } from './value/value-type.js';
import { workType } from './value/work.js';

export const valueTypes: readonly ValueType[] = [
  personType,
  organisationType,
  agentType,
  thingType,
  marriageType,
  numberOrNamesType,
  workType,
  titleType,
  textType,
  countryType,
  nationalityType,
  placeType,
  languageType,
  durationType,
  utcOffsetType,
  releaseType,
  dateType,
  periodType,
  moneyType,
  quantityType,
  countType,
  coordinatesType,
  taxonType,
  scientificNameType,
  taxonAuthorityType,
  integerType,
  codeType,
  enumerationType,
  urlType,
];

const byName: ReadonlyMap<string, ValueType> = new Map(valueTypes.map((type) => [type.name, type]));

export function findValueType(name: string): ValueType | undefined {
  return byName.get(name);
}

/** The type of a field whose file was checked when it was read. */
export function valueType(name: string): ValueType {
  const type = byName.get(name);
  if (!type) throw new TypeError(`There is no type of value "${name}".`);
  return type;
}

/** The classes and properties that a type may state, besides those that the mapping names. */
export function valueTerms(name: string): Pick<ValueType, 'emits'>['emits'] {
  const { range, emits } = valueType(name);
  return { classes: [...range.classes, ...emits.classes], properties: emits.properties };
}
