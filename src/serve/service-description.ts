/** What the endpoint can do (https://www.w3.org/TR/sparql11-service-description/). */
import type { NamedNode } from '@rdfjs/types';
import type { Format } from '../rdf/formats.js';
import { namedNode } from '../rdf/terms.js';
import { rdf } from '../rdf/vocabulary.js';
import type { Statement } from '../statement.js';
import { datasetIri } from './dataset-iri.js';
import type { Site } from './handler.js';
import { writeDocument } from './write-document.js';

const sd = 'http://www.w3.org/ns/sparql-service-description#';
const formats = 'http://www.w3.org/ns/formats/';

/** https://www.w3.org/ns/formats/ */
const written = [
  'SPARQL_Results_JSON',
  'SPARQL_Results_XML',
  'SPARQL_Results_CSV',
  'SPARQL_Results_TSV',
  'Turtle',
  'N-Triples',
  'JSON-LD',
];

export function serviceDescription({ base, version }: Site, format: Format): string {
  const endpoint = namedNode(new URL('/sparql', base).href);
  const state = (predicate: string, object: NamedNode): Statement => ({
    subject: endpoint,
    predicate: namedNode(sd + predicate),
    object,
    rule: '',
  });
  const statements = [
    { ...state('', namedNode(`${sd}Service`)), predicate: rdf.type },
    state('endpoint', endpoint),
    state('supportedLanguage', namedNode(`${sd}SPARQL11Query`)),
    state('feature', namedNode(`${sd}UnionDefaultGraph`)),
    ...written.map((name) => state('resultFormat', namedNode(formats + name))),
    state('defaultDataset', datasetIri(base)),
    { ...state('', namedNode(`${sd}Dataset`)), subject: datasetIri(base), predicate: rdf.type },
  ];
  return writeDocument(statements, format, { page: endpoint, version, own: { sd, formats } });
}
