/** The lead: its text as the abstract, and what its first sentence says by way of adjectives. */
import type { Text } from '../article.js';
import { slice, spanOfAll } from '../article.js';
import { schema } from '../rdf/vocabulary.js';
import type { ValueTables } from '../value/tables.js';
import type { Verdict } from './classify.js';
import type { Draft } from './draft.js';
import type { Word } from './noun-phrase.js';
import { isProse, plainText } from './plain-text.js';

export const emits = {
  classes: [schema.Country],
  properties: [schema.abstract],
};

export function mapLead(draft: Draft, verdict: Verdict): void {
  const { kind, phrase, paragraph } = verdict;
  if (!kind || !phrase || !paragraph || (phrase.sign !== 'is' && phrase.sign !== 'genre')) return;
  const { origins, genre } = readWords(phrase.words, kind.lead.ignore, draft.mappings.tables);
  if (kind.lead.genre && genre.length > 0) {
    const [first, last] = [genre[0] as Word, genre.at(-1) as Word];
    const name = genre
      .map(({ text }) => text)
      .join(' ')
      .replaceAll(' ,', ',')
      .toLowerCase();
    const { span } = slice(paragraph, first.begin, last.end);
    draft.state(draft.thing, kind.lead.genre, draft.inLanguage(name), span, `${kind.name}/lead/genre`);
  }
  // What the infobox says of the country is more than an adjective.
  const hasCountryField = draft.article.infoboxes[0]?.fields.some((field) =>
    isCountryField(draft, field.key),
  );
  if (kind.lead.country && !hasCountryField) {
    for (const { country, word } of origins) {
      const adjective = slice(paragraph, word.begin, word.end);
      const rule = `${kind.name}/lead/country`;
      const node = draft.namedAs(country, adjective, schema.Country, rule);
      draft.state(draft.thing, kind.lead.country, node, adjective.span, rule);
    }
  }
}

/** The lead's words, without the parentheses that a removed template left empty. */
export function mapAbstract(draft: Draft): void {
  const lead = draft.article.lead.filter((block) => block.type !== 'paragraph' || isProse(block));
  const span = spanOfAll(lead);
  const text = withoutEmptyParentheses(plainText(lead));
  if (!span || text === '') return;
  draft.state(draft.thing, schema.abstract, draft.inLanguage(text), span, 'article/lead');
}

/**
 * Drops the parentheses that a removed template left, or the end of one: `Love Story () is`, `X (; born`, `X (Y, )`. Those
 * of a function, `f()`, stand right behind its name.
 */
export function withoutEmptyParentheses(text: string): string {
  return text
    .replace(/[,;](?:\s*[,;:])*\s+(?=\))/g, '')
    .replace(/\(\s*[;,:](?:\s*[;,:])*\s*/g, '(')
    .replace(/[ \t]\(\s*\)/g, '')
    .trim();
}

function isCountryField(draft: Draft, key: Text | null): boolean {
  return key !== null && draft.fieldMapping(key.value)?.value === 'country';
}

interface Origin {
  readonly country: string;
  readonly word: { readonly begin: number; readonly end: number };
}

/** Parts years, nationalities and languages from the words behind them, which are the genre. */
function readWords(
  words: readonly Word[],
  ignored: ReadonlySet<string>,
  tables: ValueTables,
): { origins: Origin[]; genre: Word[] } {
  const origins: Origin[] = [];
  let genreFrom = 0;
  for (let at = 0; at < words.length; at++) {
    const origin = originAt(words, at, tables);
    if (origin) {
      origins.push(...origin.origins);
      at += origin.size - 1;
      genreFrom = at + 1;
    } else if (/^\d{4}s?$/.test((words[at] as Word).text)) genreFrom = at + 1;
  }
  return { origins, genre: lastRun(words.slice(genreFrom), ({ lower }) => ignored.has(lower)) };
}

/** The last words that stand together, none of which is left out: what others part is no name. */
function lastRun(words: readonly Word[], isLeftOut: (word: Word) => boolean): Word[] {
  const end = words.findLastIndex((word) => !isLeftOut(word)) + 1;
  const begin = words.slice(0, end).findLastIndex(isLeftOut) + 1;
  const run = words.slice(begin, end);
  while (run[0] && !/\p{L}/u.test(run[0].text)) run.shift();
  return run;
}

/** An adjective of nationality ("Hong Kong", "British-American") or a language ("Hindi-language", "Catalan language"). */
function originAt(
  words: readonly Word[],
  at: number,
  tables: ValueTables,
): { size: number; origins: Origin[] } | null {
  const first = words[at] as Word;
  if (!/^\p{Lu}/u.test(first.text)) return null;
  for (let size = 3; size >= 1; size--) {
    const run = words.slice(at, at + size);
    const country = tables.nationalities.get(
      run
        .map(({ text }) => text)
        .join(' ')
        .toLowerCase(),
    );
    if (country && run.length === size) {
      const last = run.at(-1) as Word;
      return { size, origins: [{ country: country.name, word: { begin: first.begin, end: last.end } }] };
    }
  }
  const parts = first.text.split(/[-–/]/);
  const countries = parts.map((part) => tables.nationalities.get(part.toLowerCase()));
  if (parts.length > 1 && countries.every((country) => country !== undefined)) {
    return { size: 1, origins: countries.map(({ name }) => ({ country: name, word: first })) };
  }
  const language = first.text.replace(/-language$/i, '').toLowerCase();
  if (!tables.languages.has(language)) return null;
  return { size: words[at + 1]?.text === 'language' ? 2 : 1, origins: [] };
}
