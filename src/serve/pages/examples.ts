import type { Example } from './query-page.js';

const prefixes = `PREFIX schema: <https://schema.org/>
PREFIX film: <https://w3id.org/article2rdf/film#>
PREFIX award: <https://w3id.org/article2rdf/award#>
`;

const own: readonly Example[] = [
  {
    name: 'films',
    title: 'Films with their directors and years',
    query: `${prefixes}
SELECT ?film ?name ?director ?date WHERE {
  ?film a schema:Movie ; schema:name ?name .
  OPTIONAL { ?film schema:director/schema:name ?director }
  OPTIONAL { ?film schema:datePublished ?date }
} ORDER BY ?date LIMIT 50`,
  },
  {
    name: 'cast',
    title: 'Who plays whom',
    query: `${prefixes}
SELECT ?film ?actor ?character WHERE {
  ?film schema:actor ?performance .
  ?performance schema:actor/schema:name ?actor .
  OPTIONAL { ?performance schema:characterName ?character }
} LIMIT 50`,
  },
];

export function examples(): readonly Example[] {
  return own;
}
