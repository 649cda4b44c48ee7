import { slice } from '../../article.js';
import { literal } from '../../rdf/terms.js';
import { schema, xsd } from '../../rdf/vocabulary.js';
import type { CalendarDate } from '../../value/date.js';
import { readReleases } from '../../value/release.js';
import type { ValueMapper } from './value-mapper.js';
import { readValues } from './value-mapper.js';

export const mapReleases: ValueMapper = {
  emits: {
    classes: [schema.PublicationEvent, schema.Country, schema.Place],
    properties: [schema.name, schema.startDate, schema.location, schema.description],
  },
  map(field) {
    const { draft, mapping, text, rule } = field;
    for (const { value, words } of readValues(field, readReleases(text.value, draft.mappings.tables))) {
      const date = dateLiteral(value.date);
      const event = draft.part(
        'release',
        value.date.lexical,
        ...value.places.map((place) => place.value.name),
      );
      draft.state(draft.thing, mapping.property, event, words.span, rule);
      draft.describe(event, schema.PublicationEvent, words, rule);
      draft.state(event, schema.startDate, date, words.span, rule);
      for (const place of value.places) {
        const name = slice(text, place.begin, place.end);
        const type = place.value.isCountry ? schema.Country : schema.Place;
        draft.state(
          event,
          schema.location,
          draft.namedAs(place.value.name, name, type, rule),
          name.span,
          rule,
        );
      }
      for (const note of value.notes) {
        const said = slice(text, note.begin, note.end);
        draft.state(event, schema.description, draft.words(said), said.span, rule);
      }
      draft.releases.push({ date: value.date, words, property: mapping.earliest, rule });
    }
  },
};

/** A day, a month or a year, as precise as the text: XML Schema has a datatype for each. */
export function dateLiteral({ precision, lexical }: CalendarDate) {
  const datatype = { day: xsd.date, month: xsd.gYearMonth, year: xsd.gYear }[precision];
  return literal(lexical, datatype);
}
