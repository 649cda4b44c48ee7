/**
 * Every term that the code itself names, typed: a misspelled one does not compile, and `lint` checks that each is
 * declared. Terms that mappings name are data and need no line here.
 */
import type { NamedNode } from '@rdfjs/types';
import { namedNode } from './terms.js';

/** Where our own vocabularies live unless an option says otherwise. The name is not registered yet. */
export const defaultVocabularyBase = 'https://w3id.org/article2rdf/';

/**
 * The prefixes of terms that the code itself names; mappings and vocabularies declare more. schema.org is written with https,
 * here alone.
 */
export const prefixes: Readonly<Record<string, string>> = {
  schema: 'https://schema.org/',
  award: `${defaultVocabularyBase}award#`,
  article: `${defaultVocabularyBase}article#`,
  raw: `${defaultVocabularyBase}raw#`,
  shape: `${defaultVocabularyBase}shapes#`,
  prov: 'http://www.w3.org/ns/prov#',
  nif: 'http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dcterms: 'http://purl.org/dc/terms/',
  sh: 'http://www.w3.org/ns/shacl#',
};

/** The prefixes of the code and those of vocabularies, in the order in which documents declare them. */
export function withVocabularies(
  vocabularies: Iterable<readonly [prefix: string, namespace: string]>,
): Readonly<Record<string, string>> {
  const { schema, ...others } = prefixes;
  const more = [...vocabularies].filter(([prefix]) => !Object.hasOwn(prefixes, prefix));
  return { schema: schema as string, ...Object.fromEntries(more), ...others };
}

function terms<const Name extends string>(
  prefix: keyof typeof prefixes,
  names: readonly Name[],
): Readonly<Record<Name, NamedNode>> {
  return Object.fromEntries(names.map((name) => [name, namedNode(`${prefixes[prefix]}${name}`)])) as Record<
    Name,
    NamedNode
  >;
}

export const rdf = terms('rdf', ['type', 'langString', 'first', 'rest', 'nil', 'Property']);

export const rdfs = terms('rdfs', [
  'Class',
  'label',
  'comment',
  'domain',
  'range',
  'subClassOf',
  'subPropertyOf',
  'seeAlso',
]);

export const owl = terms('owl', ['sameAs']);

export const xsd = terms('xsd', [
  'string',
  'boolean',
  'integer',
  'decimal',
  'double',
  'date',
  'dateTime',
  'gYearMonth',
  'gYear',
  'duration',
  'nonNegativeInteger',
]);

export const schema = terms('schema', [
  'Article',
  'Country',
  'CreativeWork',
  'CreativeWorkSeries',
  'Festival',
  'ListItem',
  'MonetaryAmount',
  'Organization',
  'PerformanceRole',
  'Person',
  'Place',
  'PropertyValue',
  'PublicationEvent',
  'GeoCoordinates',
  'ImageObject',
  'QuantitativeValue',
  'Role',
  'Taxon',
  'taxonRank',
  'TextObject',
  'Thing',
  'WebPageElement',
  'abstract',
  'actor',
  'additionalProperty',
  'alternateName',
  'CreativeWork',
  'author',
  'bestRating',
  'characterName',
  'citation',
  'containedInPlace',
  'currency',
  'description',
  'encodingFormat',
  'hasPart',
  'headline',
  'identifier',
  'image',
  'isPartOf',
  'caption',
  'dateModified',
  'disambiguatingDescription',
  'geo',
  'version',
  'inLanguage',
  'location',
  'mainEntity',
  'mainEntityOfPage',
  'maxValue',
  'mentions',
  'pagination',
  'minValue',
  'name',
  'position',
  'propertyID',
  'relatedLink',
  'releasedEvent',
  'sameAs',
  'sha256',
  'softwareVersion',
  'spouse',
  'startDate',
  'endDate',
  'latitude',
  'longitude',
  'superEvent',
  'text',
  'unitCode',
  'unitText',
  'url',
  'value',
]);

export const award = terms('award', [
  'Body',
  'Nominated',
  'Recognition',
  'Won',
  'body',
  'category',
  'ceremonyDate',
  'edition',
  'outcome',
  'recipient',
  'result',
  'work',
  'year',
]);

export const article = terms('article', [
  'Disambiguation',
  'Precision',
  'asOf',
  'date',
  'disambiguates',
  'ending',
  'kind',
  'level',
  'nameLink',
  'precision',
  'property',
  'qualifier',
  'rule',
  'unread',
]);

export const skos = terms('skos', ['Concept', 'prefLabel', 'broader']);

export const dcterms = terms('dcterms', ['subject']);

export const prov = terms('prov', [
  'Activity',
  'Entity',
  'SoftwareAgent',
  'generatedAtTime',
  'hadPrimarySource',
  'used',
  'wasAssociatedWith',
  'wasDerivedFrom',
  'wasGeneratedBy',
]);

/** NIF 2.0 (http://persistence.uni-leipzig.org/nlp2rdf/). */
export const nif = terms('nif', [
  'Context',
  'RFC5147String',
  'anchorOf',
  'beginIndex',
  'endIndex',
  'referenceContext',
  'sourceUrl',
]);

export const sh = terms('sh', [
  'conforms',
  'focusNode',
  'resultMessage',
  'resultPath',
  'resultSeverity',
  'sourceConstraintComponent',
  'sourceShape',
  'value',
  'ValidationReport',
  'ValidationResult',
  'result',
  'Violation',
  'Warning',
  'Info',
]);

/** The vocabularies above by their prefix, for whoever checks that each term is declared. */
export const vocabularies = { rdf, rdfs, owl, xsd, schema, award, article, prov, nif, sh } as const;

/** `raw:key`, the property of an infobox field that no mapping claims. */
export function rawProperty(localName: string): NamedNode {
  return namedNode(`${prefixes.raw}${localName}`);
}

/** The IRI that a compact one such as `schema:Movie` stands for; null where its prefix is not declared. */
export function expandCurie(
  curie: string,
  declared: Readonly<Record<string, string>> = prefixes,
): NamedNode | null {
  const colon = curie.indexOf(':');
  const namespace = declared[curie.slice(0, colon)];
  return colon > 0 && namespace !== undefined ? namedNode(namespace + curie.slice(colon + 1)) : null;
}

/** `schema:Movie` for the IRI, where a prefix fits; else the IRI itself. For messages. */
export function shorten(iri: string, declared: Readonly<Record<string, string>> = prefixes): string {
  const found = namespacesOf(declared).of(iri);
  if (found) return `${found.prefix}:${iri.slice(found.namespace.length)}`;
  // Vocabularies of ours are called by their prefix.
  const [, own, local] = /^([a-z][a-z-]*)#([\w-]+)$/.exec(ownName(iri)) ?? [];
  return own !== undefined && declared === prefixes ? `${own}:${local}` : iri;
}

interface Namespace {
  readonly prefix: string;
  readonly namespace: string;
}

/** Finds the namespace that an IRI and one name behind it make up, of hundreds as fast as of a few; the first declared counts. */
class Namespaces {
  private readonly byEnd = new Map<string, Namespace>();
  /** Those that a name may go on without a sign between. */
  private readonly open: Namespace[] = [];

  constructor(declared: Readonly<Record<string, string>>) {
    for (const [prefix, namespace] of Object.entries(declared)) {
      if (/[\w-]$/.test(namespace)) this.open.push({ prefix, namespace });
      else if (!this.byEnd.has(namespace)) this.byEnd.set(namespace, { prefix, namespace });
    }
  }

  of(iri: string): Namespace | null {
    const [{ length }] = /[\w-]*$/.exec(iri) as unknown as [string];
    if (length === 0) return null;
    const closed = this.byEnd.get(iri.slice(0, -length));
    return closed ?? this.open.find(({ namespace }) => isIn(iri, namespace)) ?? null;
  }
}

function isIn(iri: string, namespace: string): boolean {
  return iri.startsWith(namespace) && /^[\w-]+$/.test(iri.slice(namespace.length));
}

const known = new WeakMap<object, Namespaces>();

function namespacesOf(declared: Readonly<Record<string, string>>): Namespaces {
  const found = known.get(declared) ?? new Namespaces(declared);
  known.set(declared, found);
  return found;
}

/** What an IRI says behind the address of our vocabularies; empty where it is another's. */
function ownName(iri: string): string {
  return iri.startsWith(defaultVocabularyBase) ? iri.slice(defaultVocabularyBase.length) : '';
}

/** `boxOffice` of `film:boxOffice`. */
export function localName({ value }: NamedNode): string {
  return value.replace(/^.*[/#]/, '');
}

/** The same as words: `box office`. */
export function localWords(term: NamedNode): string {
  return localName(term).replace(/\p{Lu}{2,}(?!\p{Ll})|\p{Lu}/gu, (capitals) =>
    capitals.length > 1 ? ` ${capitals}` : ` ${capitals.toLowerCase()}`,
  );
}
