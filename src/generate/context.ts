/** The terms of the JSON-LD context that a kind needs besides those that the hand-written context names. */
import type { Kind, Mappings } from '../map/compile-mappings.js';
import { emittedTerms } from '../map/emits.js';
import { expandCurie, rdf, shorten } from '../rdf/vocabulary.js';
import type { Context } from '../serialize/writer.js';
import type { Alternative } from './alternatives.js';
import type { PropertyUses } from './properties.js';
import { usesOf } from './properties.js';
import { capitalised } from './words.js';

/**
 * A name that something else has already stands for that alone; the other term has its prefix in its name.
 *
 * @param base the hand-written context
 */
export function contextOf(kind: Kind, mappings: Mappings, base: Context): Context {
  const { classes, properties } = emittedTerms({ ...mappings, kinds: [kind] });
  const { named, taken } = known(base);
  const definitions = definitionsOf(usesOf(kind, mappings));
  const terms: [string, string][] = [...classes, ...properties]
    .filter((iri) => !named.has(iri) && iri !== rdf.type.value)
    .map((iri) => [iri, shorten(iri, mappings.prefixes)]);
  terms.sort(([, a], [, b]) => (a < b ? -1 : 1));
  const prefixes: Record<string, string> = {};
  const entries: Record<string, Context[string]> = {};
  for (const [iri, curie] of terms) {
    const [prefix = '', name = ''] = curie.split(':');
    const namespace = mappings.prefixes[prefix];
    if (namespace === undefined || iri !== namespace + name) continue;
    // A prefix of which the name is that of a term stands for nothing in JSON-LD.
    const isFree = !(prefix in base) || base[prefix] === namespace;
    if (isFree && !(prefix in base)) prefixes[prefix] = namespace;
    const id = isFree ? curie : iri;
    const isTaken = (word: string): boolean =>
      taken.has(word) || word in entries || word in mappings.prefixes;
    const called = [name, prefix + capitalised(name)].find((word) => !isTaken(word));
    if (called === undefined) continue;
    const more = definitions.get(curie);
    entries[called] = more ? { '@id': id, ...more } : id;
  }
  return { ...prefixes, ...entries };
}

interface KnownTerms {
  readonly named: ReadonlySet<string>;
  readonly taken: ReadonlySet<string>;
}

/** The hand-written context is the same for hundreds of kinds. */
const knownOf = new WeakMap<Context, KnownTerms>();

function known(base: Context): KnownTerms {
  const found = knownOf.get(base) ?? readTerms(base);
  knownOf.set(base, found);
  return found;
}

function readTerms(base: Context): KnownTerms {
  const prefixes = Object.fromEntries(
    Object.entries(base).filter((term): term is [string, string] => typeof term[1] === 'string'),
  );
  const iris = Object.values(base).map((term) => {
    const id = typeof term === 'string' ? term : (term['@id'] ?? '');
    return expandCurie(id, prefixes)?.value ?? id;
  });
  return { named: new Set(iris), taken: new Set(Object.keys(base)) };
}

/** How literals of a property are written, where all of its values are of one sort. */
function definitionsOf(uses: PropertyUses): ReadonlyMap<string, Alternative['context']> {
  const found = new Map<string, Alternative['context']>();
  const add = (inner: PropertyUses): void => {
    for (const { property, alternatives, nested } of inner.values()) {
      const [first, ...others] = alternatives;
      const isOne = first?.context && others.every(({ context }) => context === first.context);
      if (!found.has(property)) found.set(property, isOne ? first.context : undefined);
      add(nested);
    }
  };
  add(uses);
  return found;
}
