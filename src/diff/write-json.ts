import type { Term } from '@rdfjs/types';
import { parseTriple } from '../rdf/parse-line.js';
import { xsd } from '../rdf/vocabulary.js';
import type { ArticleChanges, Change } from './article-changes.js';
import { kindOf } from './article-changes.js';
import type { ChangeWriter } from './change-writer.js';

/** One JSON document, an article a line; terms as in SPARQL's results (https://www.w3.org/TR/sparql11-results-json/). */
export function jsonWriter(): ChangeWriter {
  let separator = '\n';
  return {
    begin: () => '{"articles":[',
    article(changes) {
      const text = separator + JSON.stringify(plainArticle(changes));
      separator = ',\n';
      return text;
    },
    end: (totals) => `\n],"totals":${JSON.stringify(totals)}}\n`,
  };
}

function plainArticle({ page, state, changes }: ArticleChanges): object {
  const of = (kind: string): Change[] => changes.filter((change) => kindOf(change) === kind);
  return {
    page,
    state,
    removed: of('removed').map((change) => ({
      ...plainTriple(change),
      graphs: change.removed.map(plainGraph),
    })),
    added: of('added').map((change) => ({ ...plainTriple(change), graphs: change.added.map(plainGraph) })),
    moved: of('moved').map((change) => ({
      ...plainTriple(change),
      from: change.removed.map(plainGraph),
      to: change.added.map(plainGraph),
    })),
  };
}

/** Null is the default graph. */
function plainGraph(graph: string): string | null {
  return graph === '' ? null : graph.slice(1, -1);
}

function plainTriple({ triple }: Change): object {
  const { subject, predicate, object } = parseTriple(triple);
  return { subject: plainTerm(subject), predicate: plainTerm(predicate), object: plainTerm(object) };
}

function plainTerm(term: Term): object {
  if (term.termType === 'Quad') {
    const { subject, predicate, object } = term;
    const value = { subject: plainTerm(subject), predicate: plainTerm(predicate), object: plainTerm(object) };
    return { type: 'triple', value };
  }
  if (term.termType !== 'Literal') return { type: 'uri', value: term.value };
  const { value, language, datatype } = term;
  if (language !== '') return { type: 'literal', value, 'xml:lang': language };
  return datatype.value === xsd.string.value
    ? { type: 'literal', value }
    : { type: 'literal', value, datatype: datatype.value };
}
