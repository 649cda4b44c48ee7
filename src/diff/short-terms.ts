/** Terms as people read them: much like Turtle, and cut. */
import type { Term } from '@rdfjs/types';
import { provenancePart } from '../rdf/iris.js';
import { prefixes, shorten } from '../rdf/vocabulary.js';
import { quoteString } from '../rdf/write-term.js';
import { printable } from '../source/printable.js';

/** Characters of a literal that are shown, and of these before where it begins to differ from another. */
const [longest, before] = [100, 20];

const rdfType = `${prefixes.rdf}type`;

/** @param from the character of a long literal that is worth seeing */
export function shortTerm(term: Term, from = 0): string {
  if (term.termType === 'Quad') {
    const { subject, predicate, object } = term;
    return `<<( ${[subject, predicate, object].map((part) => shortTerm(part)).join(' ')} )>>`;
  }
  if (term.termType !== 'Literal') return term.value === rdfType ? 'a' : shortIri(term.value);
  const { value, language, datatype } = term;
  const text = printable(quoteString(excerpt(value, from)));
  if (language !== '') return `${text}@${language}`;
  return datatype.value === `${prefixes.xsd}string` ? text : `${text}^^${shortIri(datatype.value)}`;
}

/** Things and pages of articles as in the exports' Turtle, whatever their base. */
function shortIri(iri: string): string {
  const short = shorten(iri);
  if (short !== iri) return short;
  const [, kind, title] = /^[^:]+:\/\/[^/]+\/(?:[^#]*\/)?(resource|page)\/([^/]+)$/.exec(iri) ?? [];
  return printable(kind === undefined ? `<${iri}>` : `${kind === 'page' ? 'page' : 'thing'}:${title}`);
}

function excerpt(value: string, from: number): string {
  if (value.length <= longest) return value;
  const begin = Math.max(0, from - before);
  const shown = value.slice(begin, begin + longest).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
  return `${begin > 0 ? '…' : ''}${shown}${begin + longest < value.length ? '…' : ''}`;
}

/** Where of a source a graph says that a statement was read: `84-90`; the page's own graph and others by their names. */
export function shortPlace(graph: string): string {
  if (graph === '') return 'no graph';
  const iri = graph.slice(1, -1);
  if (provenancePart(iri) === 'span') return iri.replace(/^.*#char=(\d+),(\d+)$/, '$1-$2');
  return iri.includes('#') ? shortIri(iri) : 'page';
}

/** The title of an article, of its page's IRI. */
export function titleOf(page: string): string {
  const segment = page.slice(page.lastIndexOf('/') + 1).replaceAll('_', ' ');
  try {
    return printable(decodeURIComponent(segment));
  } catch {
    return printable(segment);
  }
}
