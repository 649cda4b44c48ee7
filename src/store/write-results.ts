/**
 * Results of SELECT and ASK in each of SPARQL's formats, from those in JSON. No other text of a store is passed on: so all
 * of it is known to be there, and each format is what its specification says, whoever was asked.
 */
import type { Binding, JsonTerm, Solutions } from '../rdf/sparql-results.js';
import { parseResults } from '../rdf/sparql-results.js';
import { quoteString } from '../rdf/write-term.js';
import type { ResultFormat, SparqlAnswer } from './sparql-service.js';

/**
 * @param rows as many solutions are kept
 * @throws SyntaxError if the JSON is not whole, or does not answer a query of that form
 */
export function writeAnswer(
  json: string,
  form: 'select' | 'ask',
  format: ResultFormat,
  rows: number,
): Pick<SparqlAnswer, 'body' | 'isCut'> {
  const results = parseResults(json);
  if ((typeof results === 'boolean') !== (form === 'ask'))
    throw new SyntaxError(`These are no results of ${form.toUpperCase()}.`);
  if (typeof results === 'boolean') return { body: writeBoolean(results, format), isCut: false };
  const { variables, bindings } = results;
  const kept = { variables, bindings: bindings.slice(0, rows) };
  return { body: writers[format](kept), isCut: bindings.length > rows };
}

/** CSV and TSV have no form for the answer to an ASK. */
function writeBoolean(answer: boolean, format: ResultFormat): string {
  return format === 'xml'
    ? `${xmlBegin}<head></head><boolean>${answer}</boolean></sparql>`
    : JSON.stringify({ head: {}, boolean: answer });
}

const writers: Readonly<Record<ResultFormat, (solutions: Solutions) => string>> = {
  json: ({ variables, bindings }) => JSON.stringify({ head: { vars: variables }, results: { bindings } }),
  xml: writeXml,
  csv: writeCsv,
  tsv: writeTsv,
};

/** https://www.w3.org/TR/sparql11-results-csv-tsv/#csv */
function writeCsv({ variables, bindings }: Solutions): string {
  const record = (fields: readonly string[]): string => `${fields.map(csvField).join(',')}\r\n`;
  const rows = bindings.map((binding) => record(variables.map((name) => csvValue(binding[name]))));
  return record(variables) + rows.join('');
}

function csvValue(term: JsonTerm | undefined): string {
  if (!term) return '';
  if (isTriple(term)) return turtleTerm(term);
  return term.type === 'bnode' ? `_:${term.value}` : term.value;
}

/** https://www.rfc-editor.org/rfc/rfc4180#section-2 */
function csvField(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** https://www.w3.org/TR/sparql11-results-csv-tsv/#tsv */
function writeTsv({ variables, bindings }: Solutions): string {
  const line = (fields: readonly string[]): string => `${fields.join('\t')}\n`;
  const rows = bindings.map((binding) => line(variables.map((name) => tsvTerm(binding[name]))));
  return line(variables.map((name) => `?${name}`)) + rows.join('');
}

const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** Numbers that Turtle may write without quotation marks (https://www.w3.org/TR/turtle/#abbrev). */
const bareNumbers: readonly (readonly [datatype: string, form: RegExp])[] = [
  [`${xsd}integer`, /^[+-]?\d+$/],
  [`${xsd}decimal`, /^[+-]?\d*\.\d+$/],
  [`${xsd}double`, /^[+-]?(?:\d+\.\d*|\.?\d+)[eE][+-]?\d+$/],
];

function tsvTerm(term: JsonTerm | undefined): string {
  if (!term) return '';
  const isBare = bareNumbers.some(
    ([datatype, form]) => term.datatype === datatype && form.test(String(term.value)),
  );
  return isBare ? term.value : turtleTerm(term);
}

function turtleTerm(term: JsonTerm): string {
  if (isTriple(term)) {
    const { subject, predicate, object } = term.value;
    return `<<( ${turtleTerm(subject)} ${turtleTerm(predicate)} ${turtleTerm(object)} )>>`;
  }
  const { type, value, 'xml:lang': language, datatype } = term;
  if (type === 'uri') return `<${value}>`;
  if (type === 'bnode') return `_:${value}`;
  const text = quoteString(value);
  if (language) return `${text}@${language}`;
  return datatype === undefined || datatype === `${xsd}string` ? text : `${text}^^<${datatype}>`;
}

const xmlBegin = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">';

/** https://www.w3.org/TR/rdf-sparql-XMLres/ */
function writeXml({ variables, bindings }: Solutions): string {
  const head = variables.map((name) => `<variable name="${xmlText(name)}"/>`).join('');
  const results = bindings.map((binding) => `<result>${xmlBindings(variables, binding)}</result>`).join('');
  return `${xmlBegin}<head>${head}</head><results>${results}</results></sparql>`;
}

function xmlBindings(variables: readonly string[], binding: Binding): string {
  return variables
    .map((name) => {
      const term = binding[name];
      return term ? `<binding name="${xmlText(name)}">${xmlTerm(term)}</binding>` : '';
    })
    .join('');
}

function xmlTerm(term: JsonTerm): string {
  if (isTriple(term)) {
    const { subject, predicate, object } = term.value;
    return `<triple><subject>${xmlTerm(subject)}</subject><predicate>${xmlTerm(predicate)}</predicate><object>${xmlTerm(object)}</object></triple>`;
  }
  const { type, value, 'xml:lang': language, datatype } = term;
  const text = xmlText(value);
  if (type === 'uri' || type === 'bnode') return `<${type}>${text}</${type}>`;
  if (language) return `<literal xml:lang="${xmlText(language)}">${text}</literal>`;
  return datatype === undefined
    ? `<literal>${text}</literal>`
    : `<literal datatype="${xmlText(datatype)}">${text}</literal>`;
}

const xmlEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser makes line feeds of them where they stand as they are (https://www.w3.org/TR/xml/#sec-line-ends).
  '\r': '&#13;',
};

/** What XML 1.0 has no form for becomes U+FFFD (https://www.w3.org/TR/xml/#charsets). */
function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"\r]/g, (character) => xmlEscapes[character] as string);
}

interface TripleTerm {
  readonly type: string;
  readonly value: Readonly<Record<'subject' | 'predicate' | 'object', JsonTerm>>;
}

function isTriple(term: JsonTerm | TripleTerm): term is TripleTerm {
  return typeof term.value === 'object';
}
