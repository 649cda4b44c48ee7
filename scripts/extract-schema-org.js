#!/usr/bin/env node
// Extracts which classes and properties schema.org has, and how they relate, for `article2rdf lint`.
//
//   node scripts/extract-schema-org.js schemaorg-all-https.ttl > vocab/external/schema-org.ttl
//
// Only the facts are kept: no labels, no comments, no terms that were superseded.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { Parser, Store } from 'n3';

const schema = 'https://schema.org/';
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#';
const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('usage: node scripts/extract-schema-org.js SCHEMA_ORG.ttl');
  process.exit(2);
}
const store = new Store(new Parser().parse(readFileSync(path, 'utf8')));
const short = (iri) => `schema:${iri.slice(schema.length)}`;
const related = (subject, predicate) =>
  store
    .getObjects(subject, predicate, null)
    .map(({ value }) => value)
    .filter((value) => value.startsWith(schema))
    .map(short)
    .sort();

const lines = [];
for (const { subject, object } of store.getQuads(null, `${rdf}type`, null, null)) {
  const isClass = object.value === `${rdfs}Class`;
  if (!subject.value.startsWith(schema) || (!isClass && object.value !== `${rdf}Property`)) continue;
  if (store.getObjects(subject, `${schema}supersededBy`, null).length > 0) continue;
  const facts = isClass
    ? [['rdfs:subClassOf', related(subject, `${rdfs}subClassOf`)]]
    : [
        ['schema:domainIncludes', related(subject, `${schema}domainIncludes`)],
        ['schema:rangeIncludes', related(subject, `${schema}rangeIncludes`)],
      ];
  const rest = facts
    .filter(([, values]) => values.length > 0)
    .map(([predicate, values]) => ` ; ${predicate} ${values.join(', ')}`)
    .join('');
  lines.push(`${short(subject.value)} a ${isClass ? 'rdfs:Class' : 'rdf:Property'}${rest} .`);
}
console.log(`# Which terms schema.org 30.0 has and how they relate: facts taken from its definition file
# (https://schema.org/, CC BY-SA 3.0) by scripts/extract-schema-org.js.
@prefix rdf: <${rdf}> .
@prefix rdfs: <${rdfs}> .
@prefix schema: <${schema}> .

${[...new Set(lines)].sort().join('\n')}`);
