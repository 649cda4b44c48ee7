/** The RDF syntaxes that are read and written: the only table of their names, media types and extensions. */
export interface Format {
  readonly name: FormatName;
  readonly label: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  /** How it can say, beside each statement, where that was read. */
  readonly spans: readonly SpanMode[];
  readonly aliases: readonly string[];
}

export type FormatName = 'turtle' | 'jsonld' | 'ntriples' | 'nquads' | 'trig';

/**
 * `span`: each statement in a graph of its own stretch of the source. `rdf12`: annotations of RDF 1.2
 * (https://www.w3.org/TR/rdf12-turtle/#annotation-syntax).
 */
export type SpanMode = 'span' | 'rdf12';

/** How much is said of where statements were read: nothing, the page, or the words themselves. */
export type ProvenanceMode = 'none' | 'page' | SpanMode;

export const provenanceModes: readonly ProvenanceMode[] = ['none', 'page', 'span', 'rdf12'];

export const formats: readonly Format[] = [
  {
    name: 'turtle',
    label: 'Turtle',
    mediaType: 'text/turtle',
    extension: 'ttl',
    spans: ['rdf12'],
    aliases: ['ttl'],
  },
  {
    name: 'jsonld',
    label: 'JSON-LD',
    mediaType: 'application/ld+json',
    extension: 'jsonld',
    spans: ['span'],
    aliases: ['json-ld', 'json'],
  },
  {
    name: 'ntriples',
    label: 'N-Triples',
    mediaType: 'application/n-triples',
    extension: 'nt',
    spans: [],
    aliases: ['nt', 'n-triples'],
  },
  {
    name: 'nquads',
    label: 'N-Quads',
    mediaType: 'application/n-quads',
    extension: 'nq',
    spans: ['span'],
    aliases: ['nq', 'n-quads'],
  },
  {
    name: 'trig',
    label: 'TriG',
    mediaType: 'application/trig',
    extension: 'trig',
    spans: ['span', 'rdf12'],
    aliases: [],
  },
];

/** The format of a name, alias or media type, in any case. */
export function formatNamed(name: string): Format | undefined {
  const wanted = name.trim().toLowerCase();
  return formats.find(
    (format) => format.name === wanted || format.aliases.includes(wanted) || format.mediaType === wanted,
  );
}

/** The format that a file's name ends with. */
export function formatOfFile(path: string): Format | undefined {
  const lower = path.toLowerCase();
  return formats.find((format) => lower.endsWith(`.${format.extension}`));
}

/** Whether a format can be written with a mode of provenance. */
export function holds({ spans }: Format, mode: ProvenanceMode): boolean {
  return mode === 'none' || mode === 'page' || spans.includes(mode);
}
