import { linkOf } from '../../article.js';
import { schema } from '../../rdf/vocabulary.js';
import { readPlace } from '../../value/place.js';
import { namesIn } from '../names-in.js';
import type { ValueMapper } from './value-mapper.js';
import { readNamed } from './value-mapper.js';

/** Places: "A, B and C" are three. */
export const mapPlaces: ValueMapper = {
  emits: { classes: [schema.Place, schema.Country], properties: [] },
  map(field) {
    const { draft, mapping, text, rule } = field;
    for (const { value, words } of readNamed(field, namesIn(text, 'person', draft.mappings.tables))) {
      const bare = value.replace(/^the\s+/, '');
      const known = readPlace(bare, draft.mappings.tables);
      const type = known?.isCountry ? schema.Country : schema.Place;
      const node =
        known === null && linkOf(words)
          ? draft.named(words, type, rule)
          : draft.namedAs(known?.name ?? bare, words, type, rule);
      draft.state(draft.thing, mapping.property, node, words.span, rule);
    }
  },
};
