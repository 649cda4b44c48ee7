import { slice } from '../../article.js';
import { rdf } from '../../rdf/vocabulary.js';
import type { Range } from '../../value/pieces.js';
import { trimRange } from '../../value/pieces.js';
import { readTaxonName } from '../../value/taxon.js';
import { nameWords } from './taxa.js';
import type { ValueType } from './value-type.js';

export const scientificNameType: ValueType<'scientific-name'> = {
  name: 'scientific-name',
  description:
    'Scientific names of taxa, a line each, without who gave them; in Latin, as all of them are taken to be.',
  options: [],
  range: { classes: [], datatypes: [rdf.langString], literal: 'words' },
  emits: { classes: [], properties: [] },
  isListed: true,
  examples: [
    { value: "''Salina marina''", states: ['Salina marina@la'] },
    { value: "''Salina marina'' <small>(Lee, 1901)</small>", states: ['Salina marina@la'] },
    { value: "''Salina alba'' Roe, 1910<br>''S. rara''", states: ['Salina alba@la', 'raw S. rara'] },
    { value: 'Salinella Lee, 1901', states: ['Salinella@la'] },
    { value: "''Salina Rara'' Lee", states: ['raw Salina Rara Lee'] },
    { value: 'see text', states: ['raw see text'] },
  ],
  map(field) {
    const { draft, mapping, subject, key, text, rule } = field;
    for (const line of linesOf(text.value)) {
      const words = slice(text, line.begin, line.end);
      const read = readTaxonName(words.value, words.links);
      if (read?.form !== 'whole' || !isSure(words.value, read)) {
        const unread = { begin: 0, end: words.value.length, reason: 'is no scientific name' };
        draft.unreadField(key, words, unread, rule);
        continue;
      }
      const name = nameWords(draft, words, read);
      draft.state(subject, mapping.property, draft.inLanguage(name.value, 'la'), name.span, rule);
    }
  },
};

/** A name of one word may be the first of two that are both written with a capital: only a year tells where it ends. */
function isSure(words: string, { name, authority }: { name: Range; authority: Range | null }): boolean {
  if (!authority || words.slice(name.begin, name.end).includes(' ')) return true;
  return /^\(?(?:\p{Lu}\. ?)*\p{Lu}[\p{L}-]+,? \d{4}\)?$/u.test(words.slice(authority.begin, authority.end));
}

function linesOf(text: string): Range[] {
  let begin = 0;
  return text.split(/(\n|<br[^>]*>)/).flatMap((part, i) => {
    const range = trimRange(text, begin, begin + part.length);
    begin += part.length;
    return i % 2 === 0 && range.begin < range.end ? [range] : [];
  });
}
