/** The lead: its text as the abstract, and what its first sentence says by way of adjectives. */

import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../article.js';
import { slice, spanOfAll } from '../article.js';
import { schema } from '../rdf/vocabulary.js';
import type { ValueTables } from '../value/tables.js';
import type { Verdict } from './classify.js';
import type { Kind } from './compile-mappings.js';
import type { Draft } from './draft.js';
import type { FieldMapping } from './field-mapping.js';
import { labelKey } from './label-key.js';
import type { Word } from './noun-phrase.js';
import { occupationsIn } from './occupations.js';
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
  // A band is no person, though its article is read as those of musicians are.
  const isPerson = verdict.said?.named === 'person';
  if (isPerson) mapOccupations(draft, kind, paragraph, phrase.all);
  // What the infobox says of the country is more than an adjective.
  if (
    kind.lead.country &&
    (isPerson || !kind.lead.occupation) &&
    !hasField(draft, kind.lead.country, (field) => field.value === 'country')
  ) {
    const said = kind.lead.occupation
      ? origins.filter(isAdjective(phrase.all, draft.mappings.tables))
      : origins;
    for (const { country, word } of said) {
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
  return withoutSignsBeforeClosing(text)
    .replace(/\(\s*[;,:](?:\s*[;,:])*\s*/g, '(')
    .replace(/[ \t]\(\s*\)/g, '')
    .trim();
}

/** The signs before each parenthesis that closes are looked at once, from there backwards: there may be very many. */
function withoutSignsBeforeClosing(text: string): string {
  let kept = '';
  let from = 0;
  for (let close = text.indexOf(')'); close >= 0; close = text.indexOf(')', close + 1)) {
    let begin = close;
    while (begin > from && /[\s,;:]/.test(text.charAt(begin - 1))) begin--;
    const signs = text.slice(begin, close);
    const first = signs.search(/[,;]/);
    if (first < 0 || !/\s$/.test(signs)) continue;
    kept += text.slice(from, begin + first);
    from = close;
  }
  return kept + text.slice(from);
}

/** Whether the infobox has a field for a property, or one that says the same by its type. */
function hasField(
  { article, kind }: Draft,
  property: NamedNode,
  isSame: (field: FieldMapping) => boolean,
): boolean {
  const mappings = article.infoboxes[0]?.fields.map(({ key }) =>
    kind?.fields.get(labelKey(key?.value ?? '')),
  );
  return mappings?.some((field) => field && (isSame(field) || field.property.equals(property))) ?? false;
}

/** What somebody is: "a Norwegian writer, film director and politician" are three occupations. */
function mapOccupations(draft: Draft, kind: Kind, paragraph: Text, words: readonly Word[]): void {
  const { occupation, ignore } = kind.lead;
  const [first] = words;
  // "The last king of Salt" is an office, and who has it.
  const isOne = first !== undefined && !/\bthe\s+$/i.test(paragraph.value.slice(0, first.begin));
  if (!occupation || !isOne || hasField(draft, occupation, () => false)) return;
  const { topics, tables } = draft.mappings;
  for (const run of occupationsIn(words, { topics, tables, ignored: ignore })) {
    const said = slice(paragraph, (run[0] as Word).begin, (run.at(-1) as Word).end);
    draft.state(draft.thing, occupation, draft.words(said), said.span, `${kind.name}/lead/occupation`);
  }
}

/**
 * An adjective of nationality has words in lower case behind it: "a French painter" is French, who is "a French Open champion",
 * "an American Indian activist" or "an English teacher" need not be.
 */
function isAdjective(words: readonly Word[], { leads }: ValueTables): (origin: Origin) => boolean {
  return ({ word }) => {
    const behind = words.findIndex(({ begin }) => begin >= word.end);
    const [before, next] = [words[words.findIndex(({ begin }) => begin === word.begin) - 1], words[behind]];
    const isAlone = !before || !/^\p{Lu}/u.test(before.text) || before.lower.endsWith('-born');
    return (
      isAlone &&
      next !== undefined &&
      /^(?:\p{Ll}|,)/u.test(next.text) &&
      !leads.languageNouns.has(next.lower)
    );
  };
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
