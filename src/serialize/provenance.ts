/**
 * Where statements were read, as statements: PROV-O (https://www.w3.org/TR/prov-o/) says of what and by whom a page was
 * made, NIF 2.0 (http://persistence.uni-leipzig.org/nlp2rdf/) what stands at each place of its source.
 */
import { createHash } from 'node:crypto';
import type { Literal, NamedNode } from '@rdfjs/types';
import type { Span } from '../article.js';
import { entry } from '../entry.js';
import type { ProvenanceMode } from '../rdf/formats.js';
import { conversionIri, softwareIri, sourceIri, spanIri } from '../rdf/iris.js';
import { rebaseStatement } from '../rdf/rebase.js';
import { literal, namedNode } from '../rdf/terms.js';
import { article, nif, prov, rdf, schema, xsd } from '../rdf/vocabulary.js';
import { CodePointText } from '../source/code-points.js';
import { guessFormat } from '../source/guess-format.js';
import type { Source, TextFormat } from '../source.js';
import type { Statement } from '../statement.js';

/** What is to be said of where statements were read. */
export interface Provenance {
  readonly mode: ProvenanceMode;
  /** What they were read from; absent where there is no text, as for a redirect. */
  readonly source?: Source;
  /** Version of the program. */
  readonly version: string;
  /** Where our own vocabularies live. */
  readonly vocabularyBase: string;
}

export const emits = {
  classes: [
    prov.Activity,
    prov.Entity,
    prov.SoftwareAgent,
    nif.Context,
    nif.RFC5147String,
    schema.TextObject,
  ],
  properties: [
    prov.hadPrimarySource,
    prov.used,
    prov.wasAssociatedWith,
    prov.wasDerivedFrom,
    prov.wasGeneratedBy,
    nif.anchorOf,
    nif.beginIndex,
    nif.endIndex,
    nif.referenceContext,
    nif.sourceUrl,
    schema.encodingFormat,
    schema.name,
    schema.sha256,
    schema.softwareVersion,
    article.rule,
  ],
};

/** https://www.iana.org/assignments/media-types/text/plain; wikitext has the type by which MediaWiki exports it. */
const mediaTypes: Readonly<Record<TextFormat, string>> = { plain: 'text/plain', wikitext: 'text/x-wiki' };

/** The statements that describe the page and every stretch of its source that statements were read from. */
export function describeSource(
  statements: readonly Statement[],
  page: NamedNode,
  { source, version, vocabularyBase }: Provenance,
): Statement[] {
  if (!source) return [];
  const text = new CodePointText(source.text);
  const described: Statement[] = [];
  const add = (subject: NamedNode, predicate: NamedNode, object: NamedNode | Literal): void => {
    described.push(
      rebaseStatement({ subject, predicate, object, rule: 'article/provenance' }, vocabularyBase),
    );
  };
  describePage(page, source, text.length, version, vocabularyBase, add);
  const whole = sourceIri(page);
  for (const { span, rules, evidence } of readPlaces(statements)) {
    const place = spanIri(page, span.begin, span.end);
    add(place, rdf.type, nif.RFC5147String);
    add(place, nif.beginIndex, count(span.begin));
    add(place, nif.endIndex, count(span.end));
    add(place, nif.anchorOf, literal(text.slice(span.begin, span.end)));
    add(place, nif.referenceContext, whole);
    add(place, prov.wasDerivedFrom, page);
    for (const rule of rules) add(place, article.rule, literal(rule));
    for (const source of evidence.values()) add(place, prov.hadPrimarySource, source);
  }
  return described;
}

function describePage(
  page: NamedNode,
  source: Source,
  length: number,
  version: string,
  vocabularyBase: string,
  add: (subject: NamedNode, predicate: NamedNode, object: NamedNode | Literal) => void,
): void {
  const [whole, conversion] = [sourceIri(page), conversionIri(page, version)];
  const software = softwareIri(vocabularyBase, version);
  add(page, prov.wasDerivedFrom, whole);
  add(page, prov.wasGeneratedBy, conversion);
  for (const type of [nif.Context, nif.RFC5147String, prov.Entity, schema.TextObject])
    add(whole, rdf.type, type);
  add(whole, schema.name, literal(fileName(source)));
  add(
    whole,
    schema.encodingFormat,
    literal(mediaTypes[source.format ?? guessFormat(source.text, source.name)]),
  );
  add(whole, schema.sha256, literal(createHash('sha256').update(source.text).digest('hex')));
  add(whole, nif.beginIndex, count(0));
  add(whole, nif.endIndex, count(length));
  if (source.url !== undefined) add(whole, nif.sourceUrl, namedNode(source.url));
  add(conversion, rdf.type, prov.Activity);
  add(conversion, prov.used, whole);
  add(conversion, prov.wasAssociatedWith, software);
  add(software, rdf.type, prov.SoftwareAgent);
  add(software, schema.name, literal('article2rdf'));
  add(software, schema.softwareVersion, literal(version));
}

/** What the source is called, without the folders that it lies in here. */
function fileName({ name, title = '' }: Source): string {
  const inside = title !== '' && name.endsWith(`#${title}`) ? `#${title}` : '';
  const path = name.slice(0, name.length - inside.length);
  return path.replace(/^.*[/\\]/s, '') + inside;
}

/** Places at which statements were read, in the order of the source, with what read them. */
function readPlaces(statements: readonly Statement[]): readonly ReadPlace[] {
  const places = new Map<string, ReadPlace>();
  for (const { span, rule, evidence = [] } of statements) {
    if (!span) continue;
    const key = `${span.begin},${span.end}`;
    const place = entry(places, key, () => ({ span, rules: new Set(), evidence: new Map() }));
    place.rules.add(rule);
    for (const source of evidence) place.evidence.set(source.value, source);
  }
  return [...places.values()].sort((a, b) => a.span.begin - b.span.begin || a.span.end - b.span.end);
}

interface ReadPlace {
  readonly span: Span;
  readonly rules: Set<string>;
  /** The citations behind what was read there, by their IRIs. */
  readonly evidence: Map<string, NamedNode>;
}

function count(value: number): Literal {
  return literal(String(value), xsd.nonNegativeInteger);
}
