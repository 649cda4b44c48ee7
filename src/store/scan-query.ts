/**
 * What of a SPARQL query its words alone show: its form, and where it is cut.
 *
 * In SPARQL a bare word is a keyword wherever it stands outside of strings, IRIs and comments: names have a colon, and
 * variables a mark before them (https://www.w3.org/TR/sparql11-query/#sparqlGrammar). So this holds for extensions of the
 * language too, which a parser of SPARQL 1.1 would refuse.
 */
import type { SparqlAnswer } from './sparql-service.js';

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface ScannedQuery {
  /** The first keyword after the prologue, in upper case; empty where there is none. */
  readonly keyword: string;
  /** Null where the keyword begins no query. */
  readonly form: SparqlAnswer['form'] | null;
  /** How deep its brackets are nested. */
  readonly depth: number;
  /** The number behind the outermost LIMIT. */
  readonly limit: Stretch | null;
  /** Where a LIMIT may be put: before VALUES that stands behind the pattern, or at the end. */
  readonly end: number;
  /** The template of a CONSTRUCT with its brackets; null for the short form. */
  readonly template: Stretch | null;
  /** The first name whose prefix is not declared. */
  readonly undeclared: { readonly prefix: string; readonly start: number } | null;
}

const token =
  /#[^\n\r]*|<[^<>"{}|^`\\\u0000-\u0020]*>|"""(?:[^"\\]|\\.|"(?!""))*"""|'''(?:[^'\\]|\\.|'(?!''))*'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|[?$@][\p{L}\p{N}_·-]*|(?:[\p{L}\p{N}_·.:%-]|\\.)+|./gsu;

const forms = ['SELECT', 'ASK', 'CONSTRUCT', 'DESCRIBE'];
const prologue = ['PREFIX', 'BASE', 'VERSION'];

export function scanQuery(query: string): ScannedQuery {
  const tokens = significantTokens(query);
  const words = tokens.filter(({ text }) => /^[A-Za-z]+$/.test(text));
  const outer = words.filter(({ depth }) => depth === 0);
  const first = words.find(({ text }) => !prologue.includes(text.toUpperCase()));
  const keyword = first?.text.toUpperCase() ?? '';
  const at = first ? tokens.indexOf(first) : tokens.length;
  const template = keyword === 'CONSTRUCT' && tokens[at + 1]?.text === '{' ? bracketed(tokens, at + 1) : null;
  const pattern = tokens.find(
    ({ text, depth, start }) => text === '}' && depth === 0 && start >= (template?.end ?? 0),
  );
  const values = outer.find(({ text, start }) => /^values$/i.test(text) && pattern && start > pattern.start);
  const limit = outer.findLast(({ text }) => /^limit$/i.test(text));
  const number = limit && tokens[tokens.indexOf(limit) + 1];
  return {
    keyword,
    form: forms.includes(keyword) ? (keyword.toLowerCase() as SparqlAnswer['form']) : null,
    depth: tokens.reduce((deepest, { depth }) => Math.max(deepest, depth), 0),
    limit: number && /^\d+$/.test(number.text) ? { start: number.start, end: number.end } : null,
    end: values?.start ?? query.length,
    template,
    undeclared: undeclaredIn(tokens),
  };
}

function undeclaredIn(tokens: readonly Token[]): ScannedQuery['undeclared'] {
  const isDeclaration = (i: number): boolean => /^prefix$/i.test(tokens[i - 1]?.text ?? '');
  const declared = new Set(tokens.filter((_, i) => isDeclaration(i)).map(({ text }) => text.slice(0, -1)));
  for (const { text, start } of tokens) {
    const prefix = /^([^:<"'?$@]*):/.exec(text)?.[1];
    if (prefix !== undefined && prefix !== '_' && !declared.has(prefix)) return { prefix, start };
  }
  return null;
}

interface Token extends Stretch {
  readonly text: string;
  /** Brackets that are open around it; an opening one and its closing one are equally deep. */
  readonly depth: number;
}

function significantTokens(query: string): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  for (const { 0: text, index: start } of query.matchAll(token)) {
    if (/^[\s#]/.test(text)) continue;
    if (/^[})\]]$/.test(text)) depth--;
    tokens.push({ text, start, end: start + text.length, depth });
    if (/^[{([]$/.test(text)) depth++;
  }
  return tokens;
}

function bracketed(tokens: readonly Token[], open: number): Stretch | null {
  const close = tokens.find(({ text, depth }, i) => i > open && text === '}' && depth === 0);
  return close ? { start: (tokens[open] as Token).start, end: close.end } : null;
}
