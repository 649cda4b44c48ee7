/**
 * The sources that a page cites, in footnotes and templates (https://www.mediawiki.org/wiki/Help:Cite), and where.
 *
 * They are found before the words of the page are read, so that a footnote may be named before it is defined. The contents
 * of a footnote are no part of the page's marks, and get marks of their own.
 */
import type { Citation, Field, Reference } from '../../article.js';
import type { Call } from './call.js';
import { isBlank, readCall, withoutComments } from './call.js';
import type { Cited, CitingRole, CitingTemplates } from './citing.js';
import { renderer } from './inline.js';
import { innerPage } from './inner-page.js';
import type { Page, Render, Stretch } from './page.js';
import { noFindings } from './page.js';
import { kinds } from './tokens.js';
import { wordsAs, wordsOf } from './words.js';

/** More than any page cites. */
const mostCitations = 20_000;

/** How deep templates may stand in each other that citations are looked for in. */
const deepest = 20;

export function findCitations(page: Page, templates: CitingTemplates): Cited {
  return new Finder(page, templates).find();
}

/** The tag that opens a footnote. */
interface Footnote {
  readonly name: string;
  readonly group: string;
  /** Null where it has none, and so only names another. */
  readonly contents: { readonly begin: number; readonly end: number } | null;
}

/** Footnotes by their names are known when all of the page was seen. */
type Cites = readonly number[] | { readonly names: readonly string[] };

class Finder {
  private readonly citations: Citation[] = [];
  private readonly cites = new Map<number, Cites>();
  private readonly definitions = new Map<string, readonly number[]>();

  constructor(
    private readonly page: Page,
    private readonly templates: CitingTemplates,
  ) {}

  find(): Cited {
    this.look(withOwnFindings(this.page), 0, this.page.tokens.count, this.cites, 0);
    const at = new Map<number, Omit<Reference, 'at'>>();
    const { tokens, locator } = this.page;
    for (const [token, cites] of this.cites) {
      const citations = [
        ...new Set(
          'names' in cites ? cites.names.flatMap((name) => this.definitions.get(name) ?? []) : cites,
        ),
      ];
      if (citations.length === 0) continue;
      const mate = tokens.mate[token] as number;
      const isCall = tokens.kind[token] === kinds.templateOpen;
      const end = tokens.end[isCall ? mate : token] as number;
      at.set(token, { span: locator.span(tokens.begin[token] as number, end), citations });
    }
    return { citations: this.citations, at };
  }

  /** Looks for what cites among marks. @param cites where what each mark cites is entered; null where it stands behind no words */
  private look(
    page: Page,
    first: number,
    last: number,
    cites: Map<number, Cites> | null,
    depth: number,
  ): void {
    const { tokens } = page;
    for (let token = first; token < last && this.citations.length < mostCitations; token++) {
      const kind = tokens.kind[token];
      if (kind === kinds.hidden) {
        const found = this.hidden(page, token, depth);
        if (found) cites?.set(token, found);
      } else if (kind === kinds.templateOpen && (tokens.mate[token] as number) > token) {
        const found = this.template(page, token, depth);
        if (found) cites?.set(token, found);
        // What a template that cites holds was read with it.
        if (found !== undefined) token = tokens.mate[token] as number;
      }
    }
  }

  /** What an element that no reader sees cites; null where it is no footnote. */
  private hidden(page: Page, token: number, depth: number): Cites | null {
    const [begin, end] = [page.tokens.begin[token] as number, page.tokens.end[token] as number];
    const name = /^<([a-z]+)/i.exec(page.source.slice(begin, begin + 12))?.[1]?.toLowerCase();
    if (name === 'references') {
      const contents = contentsOf(page, begin, end);
      const inner = contents && innerPage(withOwnFindings(page), contents);
      if (inner && depth < deepest) this.look(inner, 0, inner.tokens.count, null, depth + 1);
      return null;
    }
    return name === 'ref' ? this.footnote(page, footnoteAt(page, begin, end), depth) : null;
  }

  private footnote(page: Page, { name, group, contents }: Footnote, depth: number): Cites {
    const key = `${group}\n${name}`;
    if (!contents) return { names: [key] };
    const found = this.contents(page, contents, this.templates.isNoteGroup(group), depth);
    if (name !== '' && !this.definitions.has(key)) this.definitions.set(key, found);
    return found;
  }

  /**
   * What the contents of a footnote cite: the templates in it, else its words.
   *
   * @param isNote whether its words are a note, and cite only what they lead to
   */
  private contents(
    page: Page,
    stretch: Omit<Stretch, 'token'>,
    isNote: boolean,
    depth: number,
  ): readonly number[] {
    const inner = innerPage(withOwnFindings(page), stretch);
    if (!inner || depth >= deepest) return [];
    const found = this.cited(inner, 0, inner.tokens.count, depth);
    if (found.length > 0) return found;
    const text = wordsOf(inner, { ...stretch, token: 0 }, renderer(inner));
    inner.tokens.release();
    if (!text || (isNote && !text.links?.some(({ href }) => href !== undefined))) return [];
    return [
      this.add({
        type: 'citation',
        span: page.locator.trimmedSpan(stretch.begin, stretch.end),
        template: null,
        fields: [],
        text,
      }),
    ];
  }

  /** The citations that templates among marks say. */
  private cited(page: Page, first: number, last: number, depth: number): number[] {
    const found = new Map<number, Cites>();
    this.look(page, first, last, found, depth + 1);
    return [...found.values()].flatMap((one) => ('names' in one ? [] : [...one]));
  }

  /** What a template cites; null where it cites nothing, undefined where what it holds may. */
  private template(page: Page, token: number, depth: number): Cites | null | undefined {
    const call = readCall(page, token);
    const role = this.templates.roleOf(call.name);
    switch (role) {
      case 'full':
      case 'short':
        return this.source(page, call, role);
      case 'named':
        return {
          names: call.parameters
            .filter(({ isNamed }) => !isNamed)
            .map((one) => `\n${page.source.slice(one.begin, one.end).trim()}`),
        };
      case 'note':
        return depth < deepest ? this.note(page, token, call, depth) : null;
      default:
        return undefined;
    }
  }

  /** A note cites what it holds: a citation, or a footnote if it has no words of its own, which that would stand behind. */
  private note(page: Page, token: number, call: Call, depth: number): Cites {
    const { tokens } = page;
    const last = tokens.mate[token] as number;
    const named = (name: string): string => {
      const found = call.parameters.find((one) => one.name === name);
      return found ? unquoted(page.source.slice(found.begin, found.end)) : '';
    };
    const key = `${named('group')}\n${named('name')}`;
    const holds = call.parameters.filter((one) => /^\d+$/.test(one.name) && !isBlank(page.units, one));
    if (holds.length === 0 && key !== '\n') return { names: [key] };
    const found = new Map<number, Cites>();
    this.look(page, token + 1, last, found, depth + 1);
    const hasWords = holds.some((one) => wordsOf(page, one, renderer(page)) !== null);
    const own = [...found].filter(([at]) => tokens.kind[at] === kinds.templateOpen || !hasWords);
    const citations = own.flatMap(([, one]) => ('names' in one ? [] : [...one]));
    // "#tag:ref" may hold the words of a source, as a footnote does.
    const isFootnote = call.name.startsWith('#tag:ref') && !this.templates.isNoteGroup(named('group'));
    const [words] = holds;
    if (citations.length === 0 && found.size === 0 && isFootnote && words)
      citations.push(...this.contents(page, words, false, depth));
    if (!this.definitions.has(key) && key !== '\n') this.definitions.set(key, citations);
    return citations;
  }

  private source(page: Page, call: Call, role: CitingRole): readonly number[] {
    const { locator } = page;
    const render = renderer(page);
    const fields = call.parameters.flatMap((one) => fieldOf(page, one, render));
    if (fields.length === 0) return [];
    const name = withoutComments(page.source.slice(call.nameBegin, call.nameEnd));
    return [
      this.add({
        type: 'citation',
        span: locator.span(call.begin, call.end),
        template: wordsAs(page, name, call.nameBegin, call.nameEnd),
        ...(role === 'short' ? { isShort: true } : {}),
        fields,
        text: null,
      }),
    ];
  }

  private add(citation: Citation): number {
    return this.citations.push(citation) - 1;
  }
}

function fieldOf(page: Page, parameter: Call['parameters'][number], render: Render): Field[] {
  if (isBlank(page.units, parameter)) return [];
  const { begin, end, nameBegin, nameEnd, isNamed, name } = parameter;
  const text = wordsOf(page, parameter, render);
  if (!text) return [];
  const key = isNamed ? wordsAs(page, name, nameBegin, nameEnd) : null;
  const span = page.locator.trimmedSpan(isNamed ? nameBegin : begin, end);
  return [{ type: 'field', span, key, values: [text] }];
}

function footnoteAt(page: Page, begin: number, end: number): Footnote {
  const tagEnd = page.source.indexOf('>', begin) + 1;
  const tag = page.source.slice(begin, tagEnd);
  return {
    name: attribute(tag, 'name'),
    group: attribute(tag, 'group'),
    contents: contentsOf(page, begin, end),
  };
}

/** What an element holds; null where it holds nothing. */
function contentsOf(
  { source, units }: Page,
  begin: number,
  end: number,
): { begin: number; end: number } | null {
  const from = source.indexOf('>', begin) + 1;
  if (from >= end) return null;
  const to = source.lastIndexOf('</', end - 1);
  const stretch = { begin: from, end: to < from ? end : to, token: 0 };
  return isBlank(units, stretch) ? null : stretch;
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*'|[^\\s"'/>]+)`, 'i').exec(tag)?.[1] ?? '';
  return unquoted(found);
}

function unquoted(words: string): string {
  return words
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
    .trim();
}

/** The same page, with nothing found on the way: what citations hold is not the page's. */
function withOwnFindings(page: Page): Page {
  return { ...page, found: noFindings(), ledger: null, cited: null };
}
