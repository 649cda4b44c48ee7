import type { UnreadForm } from './form.js';

const iri = '<[^<>"{}|^`\\\\\\s]*>';
/** With a mark that names of elements have not, so that `<div> <p>` is none. */
const address = `(?:<>|(?=<[^>\\s]*[:/#])${iri})`;
const subject = `(?:${address}|_:[^\\s<>"]+)`;
const literal = `"(?:[^"\\\\\\n]|\\\\.)*"(?:@[\\w-]+|\\^\\^${iri})?`;
const term = `(?:${subject}|${literal})`;

/** `# …` lines before the first statement. */
const comments = '(?:#[^\\n]*\\n\\s*)*';

const quads = new RegExp(`^${comments}${subject}[ \\t]+${iri}[ \\t]+${term}(?:[ \\t]+${subject})[ \\t]*\\.`);
const triples = new RegExp(
  `^${comments}${subject}[ \\t]*${iri}[ \\t]*${term}[ \\t]*\\.[ \\t]*(?:#[^\\n]*)?(?:\\n|$)`,
);
const directive = new RegExp(
  `^${comments}(?:@?prefix\\s+[\\w.-]*:\\s*${iri}|@?base\\s+${iri}|@?version\\s+["'])`,
  'i',
);
const statement = new RegExp(
  `^${comments}${address}\\s+(?:a\\s+(?:${iri}|[\\w-]+:[\\w-]+)|(?:${iri}|[\\w-]+:[\\w-]+)\\s+${term})`,
);
const graph = new RegExp(`^${comments}(?:GRAPH\\s+)?${address}\\s*\\{`, 'i');

/** What follows the directives decides between data and a question. */
const query =
  /(?:^|\n)[ \t]*(?:SELECT\s+(?:DISTINCT\s+|REDUCED\s+)?[*?$(]|ASK\s*\{|CONSTRUCT\s*\{|DESCRIBE\s+[<?*]|(?:INSERT|DELETE)\s+(?:DATA\s*)?\{)/i;

/** The RDF that a text begins; none of it is an article. */
export function rdfForm(head: string): UnreadForm | null {
  if (/^(?:SELECT\s+(?:DISTINCT\s+)?[*?$(]|CONSTRUCT\s*\{|ASK\s*\{)/i.test(head)) return sparql;
  if (directive.test(head)) {
    if (query.test(head)) return sparql;
    return rdf(
      /(?:^|\n)[ \t]*(?:GRAPH[ \t]+)?(?:<[^<>\s]*>|[\w-]*:[^\s{}<>"]*)?[ \t]*\{/i.test(head)
        ? 'TriG'
        : 'Turtle',
    );
  }
  if (quads.test(head)) return rdf('N-Quads');
  if (triples.test(head)) return rdf('N-Triples');
  if (graph.test(head)) return rdf('TriG');
  return statement.test(head) ? rdf('Turtle') : null;
}

/** What holds statements already. */
export function rdf(is: string): UnreadForm {
  return { is, advice: 'did you mean validate?' };
}

const sparql: UnreadForm = { is: 'SPARQL', advice: 'did you mean query?' };
