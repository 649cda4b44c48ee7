/**
 * How far a query reaches: whether it would make a store ask others, or run what is none of SPARQL's own functions. Its
 * syntax tree says so; words alone do not, as `?o.SERVICE` and `\u0053ERVICE` show.
 */
import { SparqlError } from './sparql-service.js';

export interface QueryReach {
  readonly isUpdate: boolean;
  readonly asksService: boolean;
  /** Whether FROM or FROM NAMED choose its graphs. Some stores fetch a graph that they do not hold. */
  readonly choosesGraphs: boolean;
  /** IRIs of functions besides casts of XML Schema's, and IRIs by which stores run code of their own. */
  readonly extensions: readonly string[];
}

interface Node {
  readonly type?: string;
  readonly subType?: string;
  readonly [key: string]: unknown;
}

const castNamespace = 'http://www.w3.org/2001/XMLSchema#';

/** Schemes of names of code: of Java classes (Jena), of Virtuoso's functions and procedures. */
const codeScheme = /^(?:java|bif|sql):/i;

/**
 * @throws SparqlError `malformed` if it is no SPARQL 1.1 or 1.2 (https://www.w3.org/TR/sparql12-query/#sparqlGrammar):
 * what cannot be parsed cannot be known to be harmless
 */
export async function reachOf(query: string): Promise<QueryReach> {
  const tree = await parsed(query);
  const prefixes = new Map<string, string>();
  const found = { isUpdate: tree.type === 'update', asksService: false, choosesGraphs: false };
  const extensions = new Set<string>();
  for (const node of nodesOf(tree)) {
    if (node.subType === 'prefix') prefixes.set(String(node.key), iriOf(node.value as Node, prefixes));
    if (node.type === 'pattern' && node.subType === 'service') found.asksService = true;
    if (node.type === 'datasetClauses' && (node.clauses as unknown[]).length > 0) found.choosesGraphs = true;
    const called = node.subType === 'functionCall' ? iriOf(node.function as Node, prefixes) : null;
    if (called !== null && !called.startsWith(castNamespace)) extensions.add(called);
    const name = node.subType === 'namedNode' ? iriOf(node, prefixes) : '';
    // The IRI of a prefix alone names nothing.
    if (/:$/.test(name)) continue;
    if (codeScheme.test(name)) extensions.add(name);
  }
  return { ...found, extensions: [...extensions] };
}

/** Making one takes a hundred times as long as a query. */
let parser: { parse(query: string): unknown } | null = null;

async function parsed(query: string): Promise<Node> {
  const { Parser } = await import('@traqula/parser-sparql-1-2');
  parser ??= new Parser();
  try {
    return parser.parse(query) as unknown as Node;
  } catch (error) {
    // What a failure leaves in it is not known.
    parser = null;
    // Of the parser's message the first line; what it expected instead fills pages.
    const [reason] = String((error as Error).message).split('\n');
    const message = `This cannot be parsed as SPARQL 1.1 or 1.2, so it is not sent: ${reason}`;
    throw new SparqlError('malformed', message, { cause: error });
  }
}

function iriOf({ value, prefix }: Node, prefixes: ReadonlyMap<string, string>): string {
  return prefix === undefined ? String(value) : `${prefixes.get(String(prefix)) ?? `${prefix}:`}${value}`;
}

/** Every node, in the order of the query: a prefix comes before its names. Not recursive. */
function* nodesOf(root: Node): Generator<Node> {
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next)) yield next as Node;
    const children = Object.values(next);
    for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i]);
  }
}

const codePointEscape = /(\\*)\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8}))/g;

/**
 * The query as it may be sent to a store whose parser is not ours.
 *
 * SPARQL replaces `\uXXXX` before it looks for strings and keywords (https://www.w3.org/TR/sparql11-query/#codepointEscape);
 * many stores do so inside of strings alone. One that does as it should would find the end of a string, and SERVICE behind
 * it, where we do not: letters and digits are written out, and a query that escapes anything else is refused.
 *
 * @throws SparqlError `malformed`
 */
export function withoutEscapes(query: string): string {
  return query.replace(codePointEscape, (whole, before: string, short, long) => {
    const code = Number.parseInt(short ?? long, 16);
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : '';
    if (before === '' && /^[\p{L}\p{N}\p{M}]$/u.test(character)) return character;
    throw new SparqlError(
      'malformed',
      `${whole} is read in more than one way; write the character itself, or \\" for a quotation mark.`,
    );
  });
}
