/**
 * Reader of wikitext, the markup of MediaWiki's pages (https://www.mediawiki.org/wiki/Help:Formatting).
 *
 * One pass finds the marks (wikitext/tokenize.ts); what stands between two headings becomes blocks
 * (wikitext/page-blocks.ts), and their words are put together from stretches of the source (wikitext/inline.ts), so
 * that each word knows where it stands. What templates show is data: mappings/wikitext/templates.yaml.
 */
import type { Ledger } from '../article/ledger.js';
import type { Article, Block, Heading, Section, Span } from '../article.js';
import { codePoints } from '../article.js';
import type { Problem } from '../problem.js';
import { placeOf } from '../problem.js';
import type { Source } from '../source.js';
import { Locator } from './locator.js';
import { unitsOf } from './units.js';
import { codes } from './wikitext/characters.js';
import { findCitations } from './wikitext/citations.js';
import type { CitingTemplates } from './wikitext/citing.js';
import { enterMarks } from './wikitext/enter.js';
import { renderer } from './wikitext/inline.js';
import { boldIn, nameOf } from './wikitext/name.js';
import type { Count, Findings, Page, Render } from './wikitext/page.js';
import { noFindings } from './wikitext/page.js';
import { readBlocks } from './wikitext/page-blocks.js';
import type { Templates } from './wikitext/templates.js';
import type { Unclosed } from './wikitext/tokenize.js';
import { tokenize, withoutComments } from './wikitext/tokenize.js';
import { kinds } from './wikitext/tokens.js';
import { wordsOf } from './wikitext/words.js';

export function parseWikitext(
  source: Source,
  templates: Templates,
  ledger: Ledger | null,
  citing: CitingTemplates | null = null,
): { article: Article; problems: Problem[] } {
  const { text } = source;
  const units = unitsOf(text);
  const { tokens, unclosed } = tokenize(text, units);
  if (!tokens) return tooLarge(source);
  const locator = new Locator(text, units);
  const found = noFindings();
  const read: Page = {
    source: text,
    units,
    tokens,
    locator,
    templates,
    site: source.site,
    found,
    cited: null,
    ledger,
  };
  const page = citing ? { ...read, cited: findCitations(read, citing) } : read;
  enterMarks(page);
  const render = renderer(page);

  const headings: number[] = [];
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kind[token] === kinds.heading) headings.push(token);
  }
  const beginOf = (index: number): number => {
    const token = headings[index];
    return token === undefined ? text.length : (tokens.begin[token] as number);
  };
  const lead = readBlocks(page, { begin: firstOf(text), end: beginOf(0), token: 0 }, render);
  found.isBeforeWords = false;
  const bold = source.isFileTitle ? boldIn(page, beginOf(0), render) : null;
  const sections: OpenSection[] = [];
  const nameless: Span[] = [];
  for (const [i, token] of headings.entries()) {
    const section = readSection(page, token, beginOf(i + 1), render);
    const { heading, blocks, span } = section;
    if (heading.text.value !== '') {
      sections.push(section);
      continue;
    }
    // What has no name is no section: its blocks stand where a reader sees them, behind those before it.
    nameless.push(heading.span);
    const before = sections.at(-1);
    for (const block of blocks) (before?.blocks ?? lead).push(block);
    if (before) before.span = { ...before.span, end: span.end };
  }
  tokens.release();
  const infoboxes = found.infoboxes.sort((a, b) => a.span.begin - b.span.begin);
  const article: Article = {
    type: 'article',
    span: locator.span(0, text.length),
    name: nameOf(source, infoboxes[0]?.title?.value, bold?.value, templates),
    title: null,
    infoboxes,
    lead,
    sections,
    categories: found.categories,
    ...asides(found),
    ...(page.cited && page.cited.citations.length > 0 ? { citations: page.cited.citations } : {}),
    pageKind: pageKindOf(text, found),
  };
  return {
    article,
    problems: [
      ...problemsOf(source, article, locator, unclosed),
      ...nameless.map((span) => namelessProblem(source, span)),
      ...counted(source, locator, found),
    ],
  };
}

/** What few pages have is left out where there is none. */
function asides({
  shortDescription,
  coordinates,
  translations,
  identifiers,
  shown,
}: Findings): Partial<Article> {
  return {
    ...(shortDescription ? { shortDescription } : {}),
    ...(coordinates ? { coordinates } : {}),
    ...(translations.length === 0 ? {} : { translations }),
    ...(identifiers.length === 0 ? {} : { identifiers }),
    ...(shown.length === 0 ? {} : { pictures: shown }),
  };
}

function tooLarge({ name, title = '', text }: Source): { article: Article; problems: Problem[] } {
  const message = 'It has more marks of wikitext than a page of a wiki can have; nothing was read. Split it.';
  return {
    article: {
      type: 'article',
      span: { begin: 0, end: codePoints(text), line: 1, column: 1 },
      name: title,
      title: null,
      infoboxes: [],
      lead: [],
      sections: [],
      categories: [],
      pageKind: 'article',
    },
    problems: [{ code: 'too-many-marks', severity: 'error', message, place: placeOf(name, undefined) }],
  };
}

/** A byte order mark is no part of the first line. */
function firstOf(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/** A section that may go on behind a heading without words. */
interface OpenSection extends Section {
  span: Span;
  readonly blocks: Block[];
}

function readSection(page: Page, token: number, end: number, render: Render): OpenSection {
  const { tokens, locator } = page;
  const lineEnd = tokens.end[token] as number;
  const heading = readHeading(page, token, render);
  let first = token + 1;
  while (first < tokens.count && (tokens.begin[first] as number) <= lineEnd) first++;
  // The last of these is the line break.
  const begin = Math.min(Math.max(lineEnd, tokens.end[first - 1] as number), end);
  const blocks = readBlocks(page, { begin, end, token: first }, render);
  const span = locator.trimmedSpan(tokens.begin[token] as number, end);
  return { type: 'section', span, heading, blocks };
}

function namelessProblem({ name }: Source, span: Span): Problem {
  const message = 'This heading has no words; what stands below it is read as a part of what stands above.';
  return { code: 'empty-heading', severity: 'warning', message, place: placeOf(name, span) };
}

/** As many equals signs on both sides, 1 to 6. */
function readHeading(page: Page, token: number, render: Render): Heading {
  const { source, tokens, locator } = page;
  const begin = tokens.begin[token] as number;
  const lineEnd = tokens.end[token] as number;
  let end = begin + withoutComments(source.slice(begin, lineEnd)).length;
  let level = 0;
  while (
    level < 6 &&
    source.charCodeAt(begin + level) === codes.equals &&
    source.charCodeAt(end - 1 - level) === codes.equals
  )
    level++;
  while (level > 1 && begin + level >= end - level) level--;
  const from = begin + level;
  end = Math.max(from, end - level);
  page.ledger?.hide(begin, from, 'markup');
  page.ledger?.hide(end, end + level, 'markup');
  let first = token + 1;
  while (first < tokens.count && (tokens.begin[first] as number) < from) first++;
  const text = wordsOf(page, { begin: from, end, token: first }, render) ?? locator.text(from, from);
  return { type: 'heading', span: locator.trimmedSpan(begin, lineEnd), level, text };
}

const outcomes: Readonly<Record<Unclosed['what'], string>> = {
  template: 'it is read as words',
  table: 'it ends with its section, or is read as words',
  link: 'the words behind it are no link',
  comment: 'the rest of its line is left out',
};

/** What has an infobox is about what the box is about, whatever else it tells apart. */
function pageKindOf(text: string, { isDisambiguation, infoboxes }: Findings): Article['pageKind'] {
  if (isRedirect(text)) return 'redirect';
  return isDisambiguation && infoboxes.length === 0 ? 'disambiguation' : 'article';
}

function isRedirect(text: string): boolean {
  return /^\s*#\s*redirect\s*:?\s*\[\[/i.test(text.slice(0, 200));
}

function* problemsOf(
  { name }: Source,
  article: Article,
  locator: Locator,
  unclosed: readonly Unclosed[],
): Generator<Problem> {
  const problem = (code: string, severity: Problem['severity'], message: string, begin?: number): Problem => {
    const span = begin === undefined ? undefined : locator.span(begin, begin);
    return { code, severity, message, place: placeOf(name, span) };
  };
  if (article.name === '') {
    yield problem('no-title', 'error', 'Nothing says what the article is called: name the file after it.');
  }
  const { lead, sections, infoboxes } = article;
  if (lead.length + sections.length + infoboxes.length === 0) {
    yield problem('no-content', 'warning', 'The page holds nothing to read.');
  }
  const marks = { template: '"{{"', table: '"{|"', link: '"[["', comment: '"<!--"' };
  for (const { begin, what } of unclosed) {
    const message = `This ${marks[what]} is never closed; ${outcomes[what]}.`;
    yield problem('unclosed-markup', what === 'link' ? 'info' : 'warning', message, begin);
  }
}

function* counted(
  { name }: Source,
  locator: Locator,
  { unknownTemplates, unshownParameters, pictures, cellWords }: Findings,
): Generator<Problem> {
  for (const [template, { count, begin }] of unknownTemplates) {
    yield {
      code: 'unknown-template',
      severity: 'info',
      message: `Unknown template "${template}", ${times(count)}; its wikitext is kept in fields and left out of texts.`,
      place: placeOf(name, locator.span(begin, begin)),
      about: template,
      count,
    };
  }
  const unshown = (what: string, { count, begin }: Count, about?: string): Problem => ({
    code: 'unshown-parameter',
    severity: 'info',
    message: `${what} is not shown, ${times(count)}.`,
    place: placeOf(name, locator.span(begin, begin)),
    ...(about === undefined ? {} : { about }),
    count,
  });
  for (const found of unshownParameters.all) {
    const { template, parameter } = found;
    yield unshown(
      `The parameter "${parameter}" of the template "${template}"`,
      found,
      `${template}|${parameter}`,
    );
  }
  const { more } = unshownParameters;
  if (more.count > 0) yield unshown('A parameter of another template', more);
  if (cellWords.count > 0) {
    yield {
      code: 'cell-words-left-out',
      severity: 'info',
      message: `Words before the bar of a cell, where its attributes stand, are not shown, ${times(cellWords.count)}.`,
      place: placeOf(name, locator.span(cellWords.begin, cellWords.begin)),
      count: cellWords.count,
    };
  }
  if (pictures.count > 0) {
    yield {
      code: 'pictures-left-out',
      severity: 'info',
      message: `Files with their captions are not read, ${times(pictures.count)}.`,
      place: placeOf(name, locator.span(pictures.begin, pictures.begin)),
      count: pictures.count,
    };
  }
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
