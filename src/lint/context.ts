import type { Mappings } from '../map/compile-mappings.js';
import { emittedTerms, statableTerms } from '../map/emits.js';
import type { Problem } from '../problem.js';
import { expandCurie, rdf, shorten } from '../rdf/vocabulary.js';
import type { Context } from '../serialize/writer.js';
import { finding } from './finding.js';

const file = 'vocab/context.jsonld';

/** The JSON-LD context has a term, or at least a prefix, for everything that is emitted, and none for anything else. */
export function* lintContext(context: Context, mappings: Mappings): Generator<Problem> {
  const { classes, properties } = emittedTerms(mappings);
  const emitted = new Set([...classes, ...properties]);
  const statable = statableTerms(mappings);
  const named = new Set<string>();
  for (const [name, term] of Object.entries(context)) {
    const id = typeof term === 'string' ? term : (term['@id'] ?? term['@reverse'] ?? '');
    if (/[#/]$/.test(id)) {
      if (mappings.prefixes[name] !== id)
        yield finding('context-prefix', `The prefix ${name} is not ${id} elsewhere.`, file);
      continue;
    }
    const iri = expandCurie(id, mappings.prefixes)?.value ?? id;
    named.add(iri);
    if (!statable.classes.has(iri) && !statable.properties.has(iri))
      yield finding('context-term', `No mapping emits ${id}, which the term "${name}" stands for.`, file);
  }
  for (const iri of emitted) {
    const hasPrefix = Object.values(context).some((term) => iri.replace(/[^#/]+$/, '') === term);
    if (named.has(iri) || hasPrefix || iri === rdf.type.value) continue;
    yield finding(
      'context-term',
      `${shorten(iri, mappings.prefixes)} is emitted and has no term in the context.`,
      file,
    );
  }
}
