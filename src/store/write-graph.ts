/** Sorted lines of N-Triples in one of the formats for graphs; the same graph gives the same text. */

import type { Quad, Term } from '@rdfjs/types';
import { entry } from '../entry.js';
import { parseLine } from '../rdf/parse-line.js';
import { scriptSafe } from '../rdf/script-safe.js';
import { prefixes, rdf, xsd } from '../rdf/vocabulary.js';
import { termsOf } from './quad-lines.js';
import type { SparqlRequest } from './sparql-service.js';
import { SparqlError } from './sparql-service.js';

export function writeGraph(lines: readonly string[], format: SparqlRequest['graphs']): string {
  return writers[format](lines);
}

const writers: Readonly<Record<SparqlRequest['graphs'], (lines: readonly string[]) => string>> = {
  ntriples: (lines) => lines.map((line) => `${line}\n`).join(''),
  turtle: writeTurtle,
  jsonld: writeJsonLd,
};

/** Subjects in the order of their lines, with the prefixes that are used (https://www.w3.org/TR/turtle/). */
function writeTurtle(lines: readonly string[]): string {
  const used = new Set<string>();
  const subjects = new Map<string, string[]>();
  for (const line of lines) {
    const [subject, predicate, object] = termsOf(line);
    const verb = predicate === `<${rdf.type.value}>` ? 'a' : shortened(predicate, used);
    const properties = entry(subjects, shortened(subject, used), () => []);
    properties.push(`${verb} ${shortened(object, used)}`);
  }
  const declared = Object.entries(prefixes).filter(([name]) => used.has(name));
  const head = declared.map(([name, iri]) => `@prefix ${name}: <${iri}> .\n`).join('');
  const body = [...subjects].map(([subject, properties]) => `${subject} ${properties.join(' ;\n  ')} .\n`);
  return [head, ...body].filter((part) => part !== '').join('\n');
}

/** A term of N-Triples with its IRI, or that of its datatype, as a prefixed name where that needs no escapes. */
function shortened(term: string, used: Set<string>): string {
  return term.replace(/^(|".*"\^\^)<([^<>]*)>$/s, (whole, before: string, iri: string) => {
    for (const [name, namespace] of Object.entries(prefixes)) {
      const local = iri.slice(namespace.length);
      if (!iri.startsWith(namespace) || !/^[A-Za-z_][\w-]*$/.test(local)) continue;
      used.add(name);
      return `${before}${name}:${local}`;
    }
    return whole;
  });
}

type Value = { readonly '@id': string } | { readonly '@value': string };

/** The expanded, flat form, which needs no context (https://www.w3.org/TR/json-ld11/#flattened-document-form). */
function writeJsonLd(lines: readonly string[]): string {
  const nodes = new Map<string, Map<string, (string | Value)[]>>();
  for (const line of lines) {
    const { subject, predicate, object } = parseLine(line) as Quad;
    const isType = predicate.equals(rdf.type) && object.termType !== 'Literal';
    const properties = entry(nodes, nameOf(subject), () => new Map<string, (string | Value)[]>());
    const key = isType ? '@type' : nameOf(predicate);
    entry(properties, key, () => []).push(isType ? nameOf(object) : objectOf(object));
  }
  const document = [...nodes].map(([id, properties]) => ({ '@id': id, ...Object.fromEntries(properties) }));
  return `${scriptSafe(JSON.stringify(document, null, 2))}\n`;
}

function nameOf({ termType, value }: Term): string {
  return termType === 'BlankNode' ? `_:${value}` : value;
}

function objectOf(term: Term): Value {
  if (term.termType === 'Quad')
    throw new SparqlError('malformed', 'JSON-LD has no triple terms; ask for Turtle or N-Triples.');
  if (term.termType !== 'Literal') return { '@id': nameOf(term) };
  const value = { '@value': term.value };
  if (term.language !== '') return { ...value, '@language': term.language } as Value;
  return term.datatype.equals(xsd.string) ? value : ({ ...value, '@type': term.datatype.value } as Value);
}
