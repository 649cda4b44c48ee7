/** Titles of a wiki that a test writes down: those that redirect, with where they end, and those that tell pages apart. */
import type { TitleLookup } from '../../src/titles.js';

export interface WrittenTitles {
  readonly redirects?: Readonly<Record<string, string>>;
  readonly ambiguous?: readonly string[];
  readonly kinds?: Readonly<Record<string, string>>;
  readonly items?: Readonly<Record<string, number>>;
}

export function titlesOf({
  redirects = {},
  ambiguous = [],
  kinds = {},
  items = {},
}: WrittenTitles): TitleLookup {
  return {
    site: { language: 'en' },
    endOf: (title) => {
      const end = redirects[title] ?? title;
      const kind = kinds[end] === undefined ? {} : { kind: kinds[end] };
      return { title: end, isAmbiguous: ambiguous.includes(end), ...kind };
    },
    elsewhere: (title) => ({
      wikidata: items[title] === undefined ? null : `http://www.wikidata.org/entity/Q${items[title]}`,
      dbpedia: null,
    }),
  };
}
