/**
 * A thing as search engines want it on its page: schema.org's terms alone, with names in the place of mere references
 * (https://developers.google.com/search/docs/appearance/structured-data/intro-structured-data).
 */
import { scriptSafe } from '../../rdf/script-safe.js';
import { prefixes } from '../../rdf/vocabulary.js';
import { Html } from './html.js';
import type { Fact } from './thing-data.js';
import type { ThingView } from './thing-view.js';

type Json = string | number | boolean | { readonly [key: string]: Json | readonly Json[] };

const schemaOrg = prefixes.schema as string;
/** Parts of parts are told, and no further. */
const deepest = 2;
/** Search engines read no longer ones. */
const mostValues = 60;

export function jsonLdScript(view: ThingView): Html {
  const document = { '@context': 'https://schema.org', ...describe(view, view.data.thing, 0) };
  const text = scriptSafe(JSON.stringify(document).toWellFormed());
  return new Html(`<script type="application/ld+json">${text}</script>`);
}

function describe(view: ThingView, iri: string, depth: number): Record<string, Json | readonly Json[]> {
  const types = view.typesOf(iri).flatMap((type) => localSchema(type) ?? []);
  const described: Record<string, Json | readonly Json[]> = {
    ...(types.length > 0 ? { '@type': types.length === 1 ? (types[0] as string) : types } : {}),
    '@id': iri,
  };
  const byName = new Map<string, Json[]>();
  for (const fact of view.facts(iri)) {
    const name = localSchema(fact.predicate);
    if (name === null || name === 'mainEntityOfPage' || name === 'text') continue;
    const values = byName.get(name) ?? [];
    if (values.length < mostValues) values.push(jsonValue(view, fact, depth));
    byName.set(name, values);
  }
  if (!byName.has('name')) byName.set('name', [view.nameText(iri)]);
  for (const [name, values] of byName) described[name] = values.length === 1 ? (values[0] as Json) : values;
  return described;
}

function jsonValue(view: ThingView, { object }: Fact, depth: number): Json {
  if (object.termType === 'Literal') {
    const isNumber = /#(?:integer|decimal|nonNegativeInteger)$/.test(object.datatype.value);
    return isNumber && Number.isSafeInteger(Number(object.value)) ? Number(object.value) : object.value;
  }
  const { value: iri } = object;
  const isPart = iri.startsWith(`${view.data.thing}#`);
  if (isPart && depth < deepest) return describe(view, iri, depth + 1);
  const types = view.typesOf(iri).flatMap((type) => localSchema(type) ?? []);
  return { ...(types[0] === undefined ? {} : { '@type': types[0] }), '@id': iri, name: view.nameText(iri) };
}

function localSchema(iri: string): string | null {
  const name = iri.startsWith(schemaOrg) ? iri.slice(schemaOrg.length) : '';
  return /^\w+$/.test(name) ? name : null;
}
