/**
 * Statements as lines of canonical N-Quads: one space between terms, no escape that need not be
 * (https://www.w3.org/TR/rdf-canon/#canonical-quads, https://www.w3.org/TR/rdf12-n-quads/#canonical-quads). Equal
 * statements are equal lines. Language tags are kept as they stand.
 */
import type { Quad, Term } from '@rdfjs/types';
import { isIri } from './iris.js';
import { xsd } from './vocabulary.js';
import { quoteString } from './write-term.js';

/** What a canonical line is made of, by its positions: no term is read for it. */
export interface LineParts {
  /** Subject, predicate and object, with the spaces between them. */
  readonly triple: string;
  /** The graph's IRI between its brackets, or a blank node; empty for the default graph. */
  readonly graph: string;
}

/**
 * @param line a canonical line, without its end
 */
export function splitLine(line: string): LineParts {
  const end = objectEnd(line);
  return { triple: line.slice(0, end), graph: line.slice(end + 1, -2) };
}

/** Neither IRIs nor graphs hold quotation marks or brackets, so the last ones end the object. */
function objectEnd(line: string): number {
  const at = objectBegin(line);
  if (line[at] === '"') return line.indexOf(' ', line.lastIndexOf('"'));
  if (line.startsWith('<<(', at)) return line.lastIndexOf(')>>') + 3;
  return line.indexOf(' ', at);
}

function objectBegin(line: string): number {
  return line.indexOf(' ', line.indexOf(' ') + 1) + 1;
}

/** A line of subject, predicate and object, and of a graph, as {@link splitLine} gives them. */
export function joinLine(triple: string, graph: string): string {
  return graph === '' ? `${triple} .` : `${triple} ${graph} .`;
}

/** Whether a canonical line has a blank node. */
export function hasBlankNode(line: string): boolean {
  if (!line.includes('_:')) return false;
  const { triple, graph } = splitLine(line);
  const at = objectBegin(line);
  const isTripleTerm = line.startsWith('<<(', at);
  return (
    triple.startsWith('_:') ||
    graph.startsWith('_:') ||
    triple.startsWith('_:', at) ||
    (isTripleTerm && /(?:<<\(|> )_:/.test(triple.replace(/"(?:[^"\\]|\\.)*"/g, '""')))
  );
}

/**
 * The canonical line of a quad.
 *
 * @param scope put before the labels of blank nodes, so that those of different files differ
 * @throws RangeError where a term cannot be written as N-Quads
 */
export function writeLine({ subject, predicate, object, graph }: Quad, scope = ''): string {
  const triple = `${write(subject, scope)} ${write(predicate, scope)} ${write(object, scope)}`;
  return joinLine(triple, graph.termType === 'DefaultGraph' ? '' : write(graph, scope));
}

function write(term: Term, scope: string): string {
  if (term.termType === 'NamedNode') return writeIri(term.value);
  if (term.termType === 'BlankNode') return `_:${scope}${term.value}`;
  if (term.termType === 'Literal') {
    const { value, language, datatype, direction } = term as typeof term & { direction?: string };
    const text = quoteString(value.toWellFormed());
    if (language) return `${text}@${language}${direction ? `--${direction}` : ''}`;
    return datatype.value === xsd.string.value ? text : `${text}^^${writeIri(datatype.value)}`;
  }
  if (term.termType !== 'Quad') throw new RangeError(`A ${term.termType} is no part of a statement.`);
  const { subject, predicate, object } = term;
  return `<<( ${write(subject, scope)} ${write(predicate, scope)} ${write(object, scope)} )>>`;
}

function writeIri(value: string): string {
  if (!isIri(value)) throw new RangeError(`<${value}> is no absolute IRI; N-Quads cannot hold it.`);
  return `<${value}>`;
}
