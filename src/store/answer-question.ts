/** One query over an Oxigraph store. */
import type { Store } from 'oxigraph';
import { namedNode } from 'oxigraph';
import { formats } from '../rdf/formats.js';
import { boundedQuery, solutionMark } from './bounded-query.js';
import { querySyntaxError } from './oxigraph-error.js';
import { noService, notAQuery, positionOf, wrongAt } from './query-error.js';
import { reachOf } from './query-reach.js';
import { resultMediaTypes } from './result-formats.js';
import { scanQuery } from './scan-query.js';
import type { SparqlAnswer } from './sparql-service.js';
import { SparqlError } from './sparql-service.js';
import type { StoreQuestion } from './store-messages.js';
import { writeGraph } from './write-graph.js';
import { writeAnswer } from './write-results.js';

/** Brackets in brackets; Oxigraph's parser goes down with each, and its stack is small. */
const deepest = 100;

/** @throws SparqlError; WebAssembly.RuntimeError where memory does not suffice, and the store is lost */
export async function answerQuestion(store: Store, question: StoreQuestion): Promise<SparqlAnswer> {
  const { query, rows } = question;
  const scanned = scanQuery(query);
  const { form } = scanned;
  if (scanned.depth > deepest) throw malformed(`Brackets are nested deeper than ${deepest}.`);
  if (await asksService(query)) throw malformed(noService);
  const bounded = boundedQuery(query, scanned, rows);
  const ask = (text: string, format: string): string => {
    const { defaultGraphs, namedGraphs } = question;
    const hasDataset = (defaultGraphs?.length ?? 0) + (namedGraphs?.length ?? 0) > 0;
    return store.query(text, {
      results_format: format,
      ...(hasDataset
        ? {
            default_graph: (defaultGraphs ?? []).map(namedNode),
            named_graphs: (namedGraphs ?? []).map(namedNode),
          }
        : {}),
    }) as string;
  };
  const askBounded = (format: string): string => {
    if (bounded === query) return ask(query, format);
    try {
      return ask(bounded, format);
    } catch (error) {
      // The words alone did not tell where a limit may stand, or the query is wrong: it tells itself what is.
      if (querySyntaxError(error)) return ask(query, format);
      throw error;
    }
  };
  try {
    if (form === 'select' || form === 'ask') {
      const format = form === 'ask' && question.results !== 'xml' ? 'json' : question.results;
      const json = askBounded(resultMediaTypes.json);
      return { form, mediaType: resultMediaTypes[format], ...writeAnswer(json, form, format, rows) };
    }
    const lines = askBounded('application/n-triples')
      .split('\n')
      .filter((line) => line !== '');
    const marks = lines.filter((line) => line.includes(` <${solutionMark}> `)).length;
    const triples = lines.filter((line) => !line.includes(` <${solutionMark}> `)).sort();
    const isCut = triples.length > rows || marks > rows;
    const mediaType = formats.find(({ name }) => name === question.graphs)?.mediaType as string;
    const body = writeGraph(triples.slice(0, rows), question.graphs);
    return { form: form ?? 'construct', mediaType, body, isCut };
  } catch (error) {
    const found = querySyntaxError(error);
    if (!found) throw error;
    if (form === null) throw malformed(notAQuery(scanned.keyword));
    const { undeclared } = scanned;
    if (undeclared) {
      const { prefix, start } = undeclared;
      const message = `The prefix ${prefix}: is not declared; put PREFIX ${prefix}: <…> before the query.`;
      throw new SparqlError('malformed', message, { cause: error, position: positionOf(query, start) });
    }
    const { position, expected } = found;
    throw new SparqlError('malformed', wrongAt(query, position, expected), { cause: error, position });
  }
}

/**
 * Oxigraph here asks nobody in any case, but SERVICE SILENT would give an answer without what was asked for. The parser is
 * loaded only for a query that may hold the keyword; of one that it cannot parse, Oxigraph says what is wrong.
 */
async function asksService(query: string): Promise<boolean> {
  if (!/service|\\u/i.test(query)) return false;
  try {
    return (await reachOf(query)).asksService;
  } catch (error) {
    if (error instanceof SparqlError) return false;
    throw error;
  }
}

function malformed(message: string): SparqlError {
  return new SparqlError('malformed', message);
}
