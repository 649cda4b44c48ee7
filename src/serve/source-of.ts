import { sourceIri } from '../rdf/iris.js';
import { bindingsOf } from '../rdf/sparql-results.js';
import { namedNode } from '../rdf/terms.js';
import { schema } from '../rdf/vocabulary.js';
import { writeTerm } from '../rdf/write-term.js';
import type { SparqlService } from '../store/sparql-service.js';
import type { Site } from './handler.js';
import type { SourceIndex } from './source-index.js';

const limits = { seconds: 5, rows: 1 };

/** Finds the text of a page: by the hash that the data gives, else by its title. */
export function sourceFinder(service: SparqlService, index: SourceIndex): Site['sourceOf'] {
  return async (page) => {
    if (index.size === 0) return null;
    const source = writeTerm(sourceIri(namedNode(page)));
    const query = `SELECT ?hash { ${source} ${writeTerm(schema.sha256)} ?hash } LIMIT 1`;
    const { body } = await service.query({ query, results: 'json', graphs: 'ntriples', limits });
    return index.find(page, bindingsOf(body)[0]?.hash?.value);
  };
}
