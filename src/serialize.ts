import type { FormatName } from './rdf/formats.js';
import { schema } from './rdf/vocabulary.js';
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
 * its place.
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
  return writers[format](statements, {
    ...options,
    thing,
    page: options.page ?? about?.subject ?? first.subject,
  });
}
