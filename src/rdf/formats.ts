/** The RDF syntaxes that are read and written: the only table of their names, media types and extensions. */
export interface Format {
  readonly name: FormatName;
  readonly label: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  /** Whether it holds named graphs. */
  readonly hasGraphs: boolean;
  readonly aliases: readonly string[];
}

export type FormatName = 'turtle' | 'jsonld' | 'ntriples' | 'nquads' | 'trig';

export const formats: readonly Format[] = [
  {
    name: 'turtle',
    label: 'Turtle',
    mediaType: 'text/turtle',
    extension: 'ttl',
    hasGraphs: false,
    aliases: ['ttl'],
  },
  {
    name: 'jsonld',
    label: 'JSON-LD',
    mediaType: 'application/ld+json',
    extension: 'jsonld',
    hasGraphs: false,
    aliases: ['json-ld', 'json'],
  },
  {
    name: 'ntriples',
    label: 'N-Triples',
    mediaType: 'application/n-triples',
    extension: 'nt',
    hasGraphs: false,
    aliases: ['nt', 'n-triples'],
  },
  {
    name: 'nquads',
    label: 'N-Quads',
    mediaType: 'application/n-quads',
    extension: 'nq',
    hasGraphs: true,
    aliases: ['nq', 'n-quads'],
  },
  {
    name: 'trig',
    label: 'TriG',
    mediaType: 'application/trig',
    extension: 'trig',
    hasGraphs: true,
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
