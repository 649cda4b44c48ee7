import type { UnreadForm } from './form.js';
import { rdf } from './rdf-forms.js';

const rows = 'write each article as one line';

/** JSON that is no row a line; null for rows, and for what is no JSON. */
export function jsonForm(head: string): UnreadForm | null {
  if (!isJson(head)) return null;
  if (linkedData.test(head)) return rdf('JSON-LD');
  if (head.startsWith('['))
    return { is: 'an array of JSON', advice: `${rows}, for example with jq -c '.[]'` };
  return isPretty(head)
    ? { is: 'JSON over several lines', advice: `${rows}, for example with jq -c .` }
    : null;
}

/** A keyword of JSON-LD among the first keys of the first object. */
const linkedData = /^(?:\[\s*)?\{[^{}[\]]{0,4000}?(?<!\\)"@(?:context|graph|id|type)"\s*:/;

/** An object that goes on behind its first line, and of which no line of its own is one. */
function isPretty(head: string): boolean {
  const lines = head.split('\n', 1000);
  const [first = '', ...others] = lines;
  if (others.length === 0 || /\}\s*$/.test(first)) return false;
  return !others.some((line) => /^\{.*\}\s*$/.test(line));
}

const token = /\s*(?:"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true\b|false\b|null\b|[[\]{},:])/y;

/** As many tokens tell JSON from what merely begins like it. */
const enough = 200;

/** Whether a text begins as JSON of some objects or an array does, as far as it is there. */
export function isJson(head: string): boolean {
  if (!/^(?:\{\s*(?:"(?:[^"\\\n]|\\.)*"\s*:|\}\s*$)|\[)/.test(head)) return false;
  // A link of wikitext, `[[`, is no array.
  let count = 0;
  let depth = 0;
  token.lastIndex = 0;
  while (count < enough) {
    const at = token.lastIndex;
    const found = token.exec(head)?.[0].trim();
    if (found === undefined) return isCut(head.slice(at).trimStart(), head.length > 1000);
    count++;
    if (found === '[' || found === '{') depth++;
    if (found === ']' || found === '}') depth--;
    // What follows an array is no part of it: `[1] A note.`
    if (depth === 0 && head.startsWith('['))
      return found === ']' && /^\s*$/.test(head.slice(token.lastIndex));
  }
  return true;
}

/** Whether what is left is nothing, or a token that the end of what was looked at cut. */
function isCut(rest: string, isLong: boolean): boolean {
  return rest === '' || (isLong && /^(?:"|[a-z]{1,5}$|-$)/.test(rest));
}
