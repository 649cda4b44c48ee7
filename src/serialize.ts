import type { FormatName, ProvenanceMode } from './rdf/formats.js';
import { formatNamed, holds } from './rdf/formats.js';
import { prov, schema } from './rdf/vocabulary.js';
import { writeJsonLd } from './serialize/jsonld.js';
import { writeNQuads, writeNTriples } from './serialize/nquads.js';
import { writeTriG, writeTurtle } from './serialize/turtle.js';
import type { SerializeOptions, Writer } from './serialize/writer.js';
import type { Statement } from './statement.js';

const writers: Readonly<Record<FormatName, Writer>> = {
  turtle: writeTurtle,
  jsonld: writeJsonLd,
  ntriples: writeNTriples,
  nquads: writeNQuads,
  trig: writeTriG,
};

/**
 * Writes an article's statements. The same statements and options give the same text; it ends with a line break.
 *
 * The article is the subject of schema:mainEntity; statements that have none are written with the first subject in
 * its place. A format that cannot say where each statement was read says of which page it is.
 */
export function serializeStatements(
  statements: readonly Statement[],
  format: FormatName,
  options: SerializeOptions,
): string {
  const first = statements[0];
  if (!first) return format === 'jsonld' ? '{}\n' : '';
  const about = statements.find(({ predicate }) => predicate.equals(schema.mainEntity));
  const thing = about?.object.termType === 'NamedNode' ? about.object : first.subject;
  const mode = modeFor(format, options.provenance.mode);
  return writers[format](mode === 'none' ? statements.filter(isNoOrigin) : statements, {
    ...options,
    thing,
    page: options.page ?? about?.subject ?? first.subject,
    provenance: { ...options.provenance, mode },
  });
}

function modeFor(format: FormatName, mode: ProvenanceMode): ProvenanceMode {
  const known = formatNamed(format);
  return known && holds(known, mode) ? mode : 'page';
}

function isNoOrigin({ predicate }: Statement): boolean {
  return !predicate.equals(prov.wasDerivedFrom) && !predicate.equals(prov.generatedAtTime);
}
