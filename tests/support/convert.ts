import type { Article } from '../../src/article.js';
import { nodesOf } from '../../src/article.js';
import type { Mappings } from '../../src/map/compile-mappings.js';
import type { MapOptions, Mapped } from '../../src/map.js';
import { mapArticle } from '../../src/map.js';
import { openWorkshop } from '../../src/pipeline.js';
import { shorten } from '../../src/rdf/vocabulary.js';
import type { Statement } from '../../src/statement.js';
import { parse } from './parse.js';

const opened = openWorkshop({ validate: false });

export async function mappings(): Promise<Mappings> {
  const { workshop, problems } = await opened;
  if (!workshop) throw new Error(JSON.stringify(problems));
  return workshop.mappings;
}

export async function tables() {
  return (await mappings()).tables;
}

/** Maps an article's text with the package's own mappings. */
export async function mapText(
  text: string,
  more: Pick<MapOptions, 'titles' | 'mentions' | 'nameLinks'> = {},
): Promise<Mapped> {
  const options = { base: 'https://example.org/', language: 'en', sourceName: 'test.txt', ...more };
  return mapArticle(parse(text).article, await mappings(), options);
}

/** A film article with the given infobox lines and sections, for tests that are about one of them. */
export function film(fields: readonly string[], sections = '', lead = 'X is a 2001 film.'): string {
  return `= X =\n\nX\n${fields.map((field) => `- ${field}\n`).join('')}\n${lead}\n\n${sections}`;
}

/** Statements as short lines: `X schema:director Peter_Chan`. Names of things stand for their IRIs. */
export function lines(
  statements: readonly Statement[],
  filter: (line: string) => boolean = () => true,
): string[] {
  const name = (iri: string): string =>
    shorten(iri).replace(/^https:\/\/example\.org\/(?:resource|page)\//, '');
  const all = statements.map(({ subject, predicate, object }) => {
    const value = object.termType === 'NamedNode' ? name(object.value) : object.value;
    return `${name(subject.value)} ${shorten(predicate.value)} ${value}`;
  });
  return [...new Set(all)].filter(filter);
}

/** What a property of the subject of a film article is: labels of things, lexical forms of literals. */
export function valuesOf(statements: readonly Statement[], property: string): string[] {
  const about = statements[0]?.subject.value;
  const labels = new Map(
    statements
      .filter(({ predicate }) => shorten(predicate.value) === 'schema:name')
      .map(({ subject, object }) => [subject.value, object.value]),
  );
  const values = statements
    .filter(({ subject, predicate }) => subject.value === about && shorten(predicate.value) === property)
    .map(({ object }) =>
      object.termType === 'NamedNode' ? (labels.get(object.value) ?? object.value) : object.value,
    );
  return [...new Set(values)];
}

/** The words of each node of a type. */
export function textsOf(article: Article, type: string): string[] {
  return [...nodesOf(article)].flatMap((node) =>
    node.type === type && 'text' in node && node.text ? [node.text.value] : [],
  );
}
