/** Titles of a wiki that a test writes down: those that redirect, with where they end, and those that tell pages apart. */
import type { TitleLookup } from '../../src/titles.js';

export interface WrittenTitles {
  readonly redirects?: Readonly<Record<string, string>>;
  readonly ambiguous?: readonly string[];
  readonly kinds?: Readonly<Record<string, string>>;
  readonly items?: Readonly<Record<string, number>>;
  /** Titles with a parenthesis that there are too; those of other entries count by themselves. */
  readonly others?: readonly string[];
}

export function titlesOf({
  redirects = {},
  ambiguous = [],
  kinds = {},
  items = {},
  others = [],
}: WrittenTitles): TitleLookup {
  const endOf = (title: string) => {
    const end = redirects[title] ?? title;
    const kind = kinds[end] === undefined ? {} : { kind: kinds[end] };
    return { title: end, isAmbiguous: ambiguous.includes(end), ...kind };
  };
  const titles = [...new Set([...Object.keys(redirects), ...Object.keys(kinds), ...ambiguous, ...others])];
  return {
    site: { language: 'en' },
    endOf,
    namesakesOf: (title) => titles.filter((one) => one.startsWith(`${title} (`)).map(endOf),
    elsewhere: (title) => ({
      wikidata: items[title] === undefined ? null : `http://www.wikidata.org/entity/Q${items[title]}`,
      dbpedia: null,
    }),
  };
}
