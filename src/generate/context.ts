/** The terms of the JSON-LD context that a kind needs besides those that the hand-written context names. */
import { grouped } from '../entry.js';
import type { Kind, Mappings } from '../map/compile-mappings.js';
import { termsOfKinds } from '../map/emits.js';
import { expandCurie, rdf, shorten } from '../rdf/vocabulary.js';
import type { Context } from '../serialize/writer.js';
import type { Alternative } from './alternatives.js';
import type { PropertyUses } from './properties.js';
import { usesOf } from './properties.js';
import { capitalised } from './words.js';

/**
 * Terms are called by their own names. Where vocabularies share one, schema.org's keeps it, and every other term has its
 * prefix in its name, in every kind the same.
 *
 * @param base the hand-written context
 */
export function contextOf(kind: Kind, mappings: Mappings, base: Context): Context {
  const { classes, properties } = termsOfKinds({ ...mappings, kinds: [kind] });
  const names = namesIn(mappings, base);
  const definitions = definitionsOf(usesOf(kind, mappings));
  const terms: [string, string][] = [...classes, ...properties].map((iri) => [
    iri,
    shorten(iri, mappings.prefixes),
  ]);
  terms.sort(([, a], [, b]) => (a < b ? -1 : 1));
  const prefixes: Record<string, string> = {};
  const entries: Record<string, Context[string]> = {};
  for (const [iri, curie] of terms) {
    const called = names.get(iri);
    if (called === undefined) continue;
    const [prefix = ''] = curie.split(':');
    const namespace = mappings.prefixes[prefix] as string;
    // A prefix of which the name is that of a term stands for nothing in JSON-LD.
    const isFree = !(prefix in base) || base[prefix] === namespace;
    if (isFree && !(prefix in base)) prefixes[prefix] = namespace;
    const id = isFree ? curie : iri;
    const more = definitions.get(curie);
    entries[called] = more ? { '@id': id, ...more } : id;
  }
  return { ...prefixes, ...entries };
}

/** The names of all terms that the base has none for, by their IRIs; each stands for one. */
const namesOf = new WeakMap<Mappings, WeakMap<Context, ReadonlyMap<string, string>>>();

function namesIn(mappings: Mappings, base: Context): ReadonlyMap<string, string> {
  const byBase = namesOf.get(mappings) ?? new WeakMap<Context, ReadonlyMap<string, string>>();
  namesOf.set(mappings, byBase);
  const found = byBase.get(base) ?? nameTerms(mappings, base);
  byBase.set(base, found);
  return found;
}

function nameTerms(mappings: Mappings, base: Context): Map<string, string> {
  const { classes, properties } = termsOfKinds(mappings);
  const { named, taken } = known(base);
  const terms = [...classes, ...properties].flatMap((iri) => {
    if (named.has(iri) || iri === rdf.type.value) return [];
    const [prefix = '', name = ''] = shorten(iri, mappings.prefixes).split(':');
    const namespace = mappings.prefixes[prefix];
    return namespace !== undefined && iri === namespace + name ? [{ iri, prefix, name }] : [];
  });
  terms.sort((a, b) => (a.iri < b.iri ? -1 : 1));
  const sharing = grouped(terms, ({ name }) => name);
  const names = new Map<string, string>();
  const used = new Set<string>();
  const take = (iri: string, word: string): boolean => {
    if (taken.has(word) || used.has(word) || word in mappings.prefixes) return false;
    names.set(iri, word);
    used.add(word);
    return true;
  };
  for (const [name, all] of sharing) {
    const owner = all.find(({ prefix }) => prefix === 'schema') ?? (all.length === 1 ? all[0] : undefined);
    if (owner) take(owner.iri, name);
  }
  for (const { iri, prefix, name } of terms)
    if (!names.has(iri))
      take(iri, /^\p{Lu}/u.test(name) ? capitalised(prefix) + name : prefix + capitalised(name));
  return names;
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
