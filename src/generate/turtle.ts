/** Turtle of generated files. */
import { prefixes as builtIn } from '../rdf/vocabulary.js';

/** Prefixes of other vocabularies that ours are aligned with. */
const foreign: Readonly<Record<string, string>> = {
  wdt: 'http://www.wikidata.org/prop/direct/',
  dbo: 'http://dbpedia.org/ontology/',
};

/** A Turtle file with the prefixes that its body needs, sorted. */
export function turtleFile(
  comment: string,
  body: readonly string[],
  declared: Readonly<Record<string, string>>,
): string {
  const text = body.join('\n\n');
  const plain = text.replace(/"(?:[^"\\]|\\.)*"|<[^>]*>|^#.*$/gm, '""');
  const known: Readonly<Record<string, string>> = { ...builtIn, ...foreign, ...declared };
  const used = new Set([...plain.matchAll(/(?<![\w-])([A-Za-z][\w-]*):[\w-]/g)].map(([, prefix]) => prefix));
  const lines = Object.keys(known)
    .filter((prefix) => used.has(prefix))
    .sort()
    .map((prefix) => `@prefix ${prefix}: <${known[prefix]}> .`);
  return `# ${comment}\n${lines.join('\n')}\n\n${text}\n`;
}

/** A subject with its predicates and objects. */
export function description(
  subject: string,
  type: string,
  lines: readonly (string | null | undefined)[],
): string {
  return `${[`${subject} a ${type}`, ...lines.filter(Boolean).map((line) => `  ${line}`)].join(' ;\n')} .`;
}

export function english(words: string): string {
  return `${JSON.stringify(words)}@en`;
}
