/** Questions that the graph of a film article answers, and the answers that were written down by hand. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Store } from 'oxigraph';

const prefixes = `
PREFIX schema: <https://schema.org/>
PREFIX film: <https://w3id.org/article2rdf/film#>
PREFIX award: <https://w3id.org/article2rdf/award#>
`;

/** By question, the columns of an answer and the query that gives them. */
export const questions: Readonly<
  Record<string, { readonly columns: readonly string[]; readonly where: string }>
> = {
  facts: {
    columns: ['attribute', 'value'],
    where: `
      ?page schema:mainEntity ?film . ?film ?p ?o . OPTIONAL { ?o schema:name ?label }
      VALUES (?p ?attribute) {
        (rdf:type "class") (schema:name "name") (schema:alternateName "alternateName") (schema:genre "genre")
        (schema:duration "duration") (schema:inLanguage "inLanguage") (schema:datePublished "datePublished")
        (schema:countryOfOrigin "countryOfOrigin") (film:filmingLocation "filmingLocation")
        (schema:isBasedOn "isBasedOn") }
      BIND(STR(COALESCE(?label, ?o)) AS ?value)`,
  },
  awards: {
    columns: ['giver', 'edition', 'year', 'category', 'recipient', 'outcome'],
    where: `
      ?r award:work/^schema:mainEntity ?page ; award:category ?category .
      OPTIONAL { ?r award:body/schema:name ?giver } OPTIONAL { ?r award:edition ?edition }
      OPTIONAL { ?r award:year ?year } OPTIONAL { ?r award:recipient/schema:name ?recipient }
      OPTIONAL { ?r award:outcome ?o . BIND(STRAFTER(STR(?o), "#") AS ?outcome) }`,
  },
  money: {
    columns: ['kind', 'currency', 'amount', 'upper', 'territory'],
    where: `
      ?page schema:mainEntity ?film . ?film ?p ?m . VALUES (?p ?kind) { (film:budget "budget") (film:boxOffice "boxOffice") }
      ?m schema:currency ?currency . OPTIONAL { ?m schema:value|schema:minValue ?amount }
      OPTIONAL { ?m schema:maxValue ?upper } OPTIONAL { ?m film:territory/schema:name ?territory }`,
  },
  rankings: {
    columns: ['list', 'publisher', 'year', 'position'],
    where: `
      ?l schema:itemListElement ?e ; schema:name ?list . ?e schema:item/^schema:mainEntity ?page .
      OPTIONAL { ?l schema:creator/schema:name ?publisher } OPTIONAL { ?l schema:datePublished ?year }
      OPTIONAL { ?e schema:position ?position }`,
  },
  releases: {
    columns: ['date', 'place'],
    where: `
      ?page schema:mainEntity/schema:releasedEvent ?r . ?r schema:startDate ?date .
      OPTIONAL { ?r schema:location/schema:name ?place }`,
  },
  reviews: {
    columns: ['critic', 'outlet', 'quotation'],
    where: `
      ?page schema:mainEntity/schema:review ?r . ?r schema:reviewBody ?quotation .
      OPTIONAL { ?r schema:author/schema:name ?critic } OPTIONAL { ?r schema:publisher/schema:name ?outlet }`,
  },
  screenings: {
    columns: ['event', 'date'],
    where: `
      ?s schema:workPresented/^schema:mainEntity ?page ; schema:superEvent/schema:name ?event .
      OPTIONAL { ?s schema:startDate ?date }`,
  },
};

/** The answers that a graph gives, as lines. */
export function answersOf(nquads: string): Map<string, Set<string>> {
  const store = new Store();
  store.load(nquads, { format: 'application/n-quads' });
  return new Map(
    Object.entries(questions).map(([question, { columns, where }]) => {
      const query = `${prefixes} PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> SELECT DISTINCT * WHERE { ${where} }`;
      const rows = store.query(query, { use_default_graph_as_union: true }) as Map<
        string,
        { value: string }
      >[];
      return [
        question,
        new Set(rows.map((row) => line(columns.map((column) => row.get(column)?.value ?? '')))),
      ];
    }),
  );
}

export type Rendering = 'wikitext' | 'plain';

export interface Answer {
  readonly question: string;
  readonly line: string;
  readonly isSure: boolean;
  /** Whether only a sentence says it. */
  readonly isSaid: boolean;
}

/** The answers of one rendering of an article, by the article's title. */
export function writtenAnswers(rendering: Rendering): Map<string, Answer[]> {
  const folder = join(import.meta.dirname, 'films');
  return new Map(
    readdirSync(folder).map((name) => {
      const rows = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').slice(1);
      const answers = rows.flatMap((row): Answer[] => {
        const [question = '', wikitext, plain, said, ...values] = row.split('\t');
        const must = rendering === 'wikitext' ? wikitext : plain;
        if (must === '-') return [];
        return [{ question, line: line(values), isSure: must === 'must', isSaid: said === 'sentence' }];
      });
      return [name.replace(/\.tsv$/, ''), answers];
    }),
  );
}

/** Stores may write the same duration in another way. */
function line(values: readonly string[]): string {
  const minutes = (_: string, hours = '0', rest = '0'): string => `PT${60 * Number(hours) + Number(rest)}M`;
  return values.map((value) => value.trim().replace(/^PT(?:(\d+)H)?(?:(\d+)M)?$/, minutes)).join(' | ');
}
