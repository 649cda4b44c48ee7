/**
 * Lines of N-Triples (https://www.w3.org/TR/n-triples/) in one form, whoever wrote them. Nothing is taken for granted
 * of a parser here: N3's makes the tags of languages lower case, which is one of the things to be seen.
 */

const literal = /"([^"\\]*(?:\\.[^"\\]*)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?/;
const line = new RegExp(`^\\s*<([^>]*)>\\s*<([^>]*)>\\s*(?:<([^>]*)>|${literal.source})\\s*\\.\\s*$`);

export interface Triple {
  readonly subject: string;
  readonly predicate: string;
  readonly object: Iri | Literal;
}

export interface Iri {
  readonly iri: string;
}

export interface Literal {
  readonly value: string;
  /** Empty where the literal has none. */
  readonly language: string;
  /** Absolute; of a plain literal xsd:string, of one with a language empty. */
  readonly datatype: string;
}

export const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** @throws Error for what is no triple of IRIs and literals */
export function readTriple(text: string): Triple {
  const found = line.exec(text);
  if (!found) throw new Error(`no triple: ${text.slice(0, 300)}`);
  const [, subject, predicate, iri, value, language = '', datatype] = found;
  return {
    subject: unescaped(subject ?? ''),
    predicate: unescaped(predicate ?? ''),
    object:
      iri === undefined
        ? {
            value: unescaped(value ?? ''),
            language,
            datatype: language ? '' : unescaped(datatype ?? `${xsd}string`),
          }
        : { iri: unescaped(iri) },
  };
}

/** As a line without its end, with no escapes but those of JSON: for comparing, not for loading. */
export function writeTriple({ subject, predicate, object }: Triple): string {
  return `<${subject}> <${predicate}> ${writeObject(object)} .`;
}

function writeObject(object: Iri | Literal): string {
  if ('iri' in object) return `<${object.iri}>`;
  const { value, language, datatype } = object;
  if (language) return `${JSON.stringify(value)}@${language}`;
  return JSON.stringify(value) + (datatype === `${xsd}string` ? '' : `^^<${datatype}>`);
}

/** All of a graph, sorted, each statement once. */
export function triplesOf(text: string, change: (triple: Triple) => Triple = (triple) => triple): string[] {
  const lines = text.split('\n').filter((each) => each.trim() !== '' && !each.startsWith('#'));
  return [...new Set(lines.map((each) => writeTriple(change(readTriple(each)))))].sort();
}

const short: Readonly<Record<string, string>> = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f' };

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, four, eight, one) =>
    one === undefined ? String.fromCodePoint(Number.parseInt(four ?? eight, 16)) : (short[one] ?? one),
  );
}
