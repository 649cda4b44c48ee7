/**
 * Reader of articles as plain text. Its own rendering is
 *
 *     = Title =
 *
 *     Title                      the infobox: a line, and bullets under it
 *     - Label: value
 *
 *     A paragraph of the lead.
 *
 *     == Section ==
 *     - a bullet
 *     | a | table |
 *
 * and others are read by a few rules: headings have marks of some form (plain/headings.ts); an infobox is a run of lines
 * that pair labels with values in one form, labels that infoboxes usually have (plain/box.ts); tables are told by how
 * their rows are cut (plain/table-forms.ts); marks in pairs are taken off words (plain/inline.ts). What looks like none of
 * these is words.
 */
import type { Ledger } from '../article/ledger.js';
import type { Article, Block, Field, Infobox, Section, Text } from '../article.js';
import { slice, spanning } from '../article.js';
import type { Problem } from '../problem.js';
import { placeOf } from '../problem.js';
import type { UsualWords } from '../source/usual-words.js';
import type { Source } from '../source.js';
import type { Line } from './locator.js';
import { Locator } from './locator.js';
import { BlockReader } from './plain/blocks.js';
import { boxAt } from './plain/box.js';
import { enterMarks } from './plain/enter.js';
import type { FrontMatter } from './plain/front-matter.js';
import { readFrontMatter } from './plain/front-matter.js';
import type { HeadingMark } from './plain/headings.js';
import { findHeadings } from './plain/headings.js';
import { Inline } from './plain/inline.js';
import { bulletAt, isBlank, isEmptyHeading } from './plain/line-kinds.js';
import { LinkReader } from './plain/link.js';
import { loneTitle } from './plain/lone-title.js';
import type { Page } from './plain/page.js';
import { unitsOf } from './units.js';

export function parsePlain(
  source: Source,
  usual: UsualWords,
  ledger: Ledger | null,
): { article: Article; problems: Problem[] } {
  const reader = new PlainReader(source, usual, ledger);
  return { article: reader.read(), problems: reader.problems };
}

/** More lines than any article has. Refusing more keeps memory bounded, whatever the input. */
const mostLines = 300_000;

/** How many blocks of the lead are looked at in search for an infobox. */
const mostSearched = 20;

class PlainReader {
  readonly problems: Problem[] = [];
  private readonly locator: Locator;
  private readonly page: Page;
  private readonly links: LinkReader;
  private readonly blocks: BlockReader;
  private readonly infoboxes: Infobox[] = [];
  private name: string | null = null;

  constructor(
    private readonly source: Source,
    usual: UsualWords,
    private readonly ledger: Ledger | null,
  ) {
    const { text } = source;
    const units = unitsOf(text);
    this.locator = new Locator(text, units, source.firstLine);
    this.links = new LinkReader(this.locator);
    const inline = new Inline(this.locator, units, usual, this.links, isCutIntoTokens(text), ledger);
    const lastTableEnd = text.lastIndexOf('</table');
    this.page = { source: text, locator: this.locator, inline, usual, ledger, lastTableEnd };
    this.blocks = new BlockReader(this.page);
  }

  read(): Article {
    const { length } = this.locator.lines;
    if (length > mostLines) {
      const message = `It has ${length} lines, more than ${mostLines}; split it.`;
      this.report('too-many-lines', message, 'error', null);
      return this.emptyArticle();
    }
    const front = readFrontMatter(this.page);
    const found = findHeadings(this.page, front?.next ?? 0);
    const start = this.contentAt(front?.next ?? 0);
    const marked = found[0]?.line === start && found[0].level === 1 ? found[0] : null;
    const headings = this.onlyFirstArticle(marked, marked ? found.slice(1) : found);
    const end = headings.end;
    const lone = marked
      ? null
      : loneTitle(this.page, start, headings.marks[0]?.line ?? end, this.source.title);
    const title = marked ? this.headingWords(marked) : lone;
    this.name = (title ?? front?.title)?.value ?? this.source.title ?? null;
    const lead = this.readLead(marked?.next ?? (lone ? start + 1 : start), headings.marks[0]?.line ?? end);
    const sections: Section[] = [];
    for (const [i, mark] of headings.marks.entries()) {
      const next = headings.marks[i + 1]?.line ?? end;
      if (!this.readHeadedBox(mark, next, lead, sections)) this.readSection(mark, next, sections);
    }
    if (front) this.addFrontMatter(front, title);
    return this.article(this.unquoted(title ?? front?.title ?? null, lead), lead, sections);
  }

  private article(title: Text | null, lead: readonly Block[], sections: readonly Section[]): Article {
    const { infoboxes } = this;
    if (infoboxes.length + lead.length + sections.length === 0)
      this.report('no-content', 'There is nothing below the title.', 'warning', title);
    this.reportEmptyHeadings();
    if (this.blocks.hasLeftRows) {
      const message =
        'Its tables have more cells than an article can have; the last rows are kept as one cell each.';
      this.report('too-many-cells', message, 'warning', null);
    }
    const { count, begin } = this.links.pictures;
    if (count > 0) {
      const message = `Pictures with their words are not read, ${count === 1 ? 'once' : `${count} times`}.`;
      const at = this.locator.text(begin, begin);
      this.problems.push({ ...this.problem('pictures-left-out', message, 'info', at), count });
    }
    const name = this.nameOf(title);
    return {
      ...this.emptyArticle(),
      name,
      title,
      infoboxes,
      lead,
      sections,
      categories: this.links.categories,
    };
  }

  private emptyArticle() {
    const span = this.locator.span(0, this.source.text.length);
    return {
      type: 'article',
      span,
      name: '',
      title: null,
      infoboxes: [],
      lead: [],
      sections: [],
      categories: [],
      pageKind: 'article',
    } as const;
  }

  /** Quotation marks around a title are none of the name if the infobox or the lead has it without. */
  private unquoted(title: Text | null, [first]: readonly Block[]): Text | null {
    const inside = /^["“«„](.+)["”»“]$/.exec(title?.value ?? '')?.[1];
    if (!title || inside === undefined) return title;
    const boxTitle = this.infoboxes[0]?.title?.value.toLowerCase();
    const begins = first?.type === 'paragraph' && first.text.value.startsWith(`${inside} `);
    if (!begins && boxTitle !== inside.toLowerCase()) return title;
    for (const at of [0, title.value.length - 1]) this.ledger?.leaveOut(title, at, at + 1, 'title-quotes');
    return slice(title, 1, title.value.length - 1);
  }

  /** A second title begins a second article, which is not read. */
  private onlyFirstArticle(
    title: HeadingMark | null,
    marks: readonly HeadingMark[],
  ): { marks: readonly HeadingMark[]; end: number } {
    const end = this.locator.lines.length;
    if (!title) return { marks, end };
    const sure = title.isWikiMark || marks.some(({ level }) => level > 1);
    const { text } = this.source;
    const words = ({ words: { begin, end: to } }: HeadingMark): string => text.slice(begin, to);
    // Titles of one text are written in one way, with blanks or without.
    const isSpaced = (mark: HeadingMark): boolean => /^\s/.test(words(mark));
    const isTitle = (mark: HeadingMark): boolean =>
      mark.level === 1 && isSpaced(mark) === isSpaced(title) && !this.page.usual.isHeading(words(mark));
    const second = sure ? marks.findIndex(isTitle) : -1;
    const mark = marks[second];
    if (!mark) return { marks, end };
    const at = this.locator.text(mark.words.begin, mark.words.end);
    const message = `A second article, "${at.value.slice(0, 100)}", begins here and is not read: put it into a file of its own.`;
    this.report('second-article', message, 'warning', at);
    this.ledger?.hide((this.locator.lines[mark.line] as Line).begin, text.length, 'second-article');
    return { marks: marks.slice(0, second), end: mark.line };
  }

  /** Infoboxes stand before the first words of the lead; one may stand behind them. */
  private readLead(from: number, to: number): Block[] {
    let at = this.contentAt(from, to);
    for (let found = this.boxAt(at, to, true); found; found = this.boxAt(at, to, true)) {
      this.infoboxes.push(found.box);
      at = this.contentAt(found.next, to);
    }
    if (this.infoboxes.length > 0) return this.blocks.read(at, to);
    let searched = 0;
    let isBullet = false;
    for (let line = at + 1; line < to && searched < mostSearched; line++) {
      if (this.isBlank(line) || !this.isBlank(line - 1)) continue;
      // What goes on with bullets was looked at together with the first of them.
      const wasBullet = isBullet;
      isBullet = bulletAt(this.source.text, this.locator.lines[line] as Line) !== null;
      if (wasBullet && isBullet) continue;
      searched++;
      const found = this.boxAt(line, to, false);
      if (!found) continue;
      this.infoboxes.push(found.box);
      return [...this.blocks.read(at, line), ...this.blocks.read(found.next, to)];
    }
    return this.blocks.read(at, to);
  }

  /** An infobox under a heading of its own. What follows it, up to the next heading, is the lead if there is none yet. */
  private readHeadedBox(mark: HeadingMark, to: number, lead: Block[], sections: readonly Section[]): boolean {
    const { begin, end } = mark.words;
    const isBox =
      this.infoboxes.length === 0 && this.page.usual.isBoxHeading(this.source.text.slice(begin, end));
    const found = isBox ? this.boxAt(this.contentAt(mark.next, to), to, lead.length === 0) : null;
    if (!found) return false;
    const rest = this.contentAt(found.next, to);
    if (rest < to && (lead.length > 0 || sections.length > 0)) return false;
    const heading = { span: this.locator.trimmedSpan(begin, end) };
    this.headingWords(mark);
    this.ledger?.hide(begin, end, 'box-heading');
    this.infoboxes.push({ ...found.box, span: spanning(heading, found.box) });
    lead.push(...this.blocks.read(rest, to));
    return true;
  }

  private boxAt(at: number, to: number, isFirst: boolean): ReturnType<typeof boxAt> {
    return at < to ? boxAt(this.page, at, to, isFirst, this.name) : null;
  }

  private readSection(mark: HeadingMark, to: number, sections: Section[]): void {
    const { lines } = this.locator;
    const first = lines[mark.line] as Line;
    const last = lines[mark.next - 1] as Line;
    const text = this.headingWords(mark);
    const heading = {
      type: 'heading',
      span: this.locator.span(first.begin, last.end),
      level: mark.level,
      text,
    } as const;
    const blocks = this.blocks.read(mark.next, to, this.page.usual.isListHeading(text.value));
    const end = blocks.at(-1)?.span.end ?? heading.span.end;
    sections.push({ type: 'section', span: { ...heading.span, end }, heading, blocks });
  }

  /** The words of a heading, without the marks around them and an editor's mark below. */
  private headingWords({ line, marked, next, words }: HeadingMark): Text {
    const { lines } = this.locator;
    const first = lines[line] as Line;
    const [lastMarked, last] = [lines[marked - 1] as Line, lines[next - 1] as Line];
    enterMarks(this.page, { begin: first.begin, end: lastMarked.end }, [words], 'heading-mark');
    this.ledger?.hide(lastMarked.end, last.end, 'note-mark');
    return this.page.inline.words(words.begin, words.end);
  }

  /** A title above the article's own is a field, unless it says the same. */
  private addFrontMatter({ titleField, written, fields }: FrontMatter, own: Text | null): void {
    const isField = own !== null && titleField !== null && titleField.values[0]?.value !== own.value;
    this.addFields(isField ? [titleField, ...fields] : fields);
    if (own && written && !isField) this.ledger?.hide(written.begin, written.end, 'repeated-title');
  }

  private addFields(fields: readonly Field[]): void {
    const [first, last] = [fields[0], fields.at(-1)];
    if (!first || !last) return;
    const own = this.infoboxes[0];
    const box = own ?? { type: 'infobox', template: null, title: null };
    this.infoboxes[0] = {
      ...box,
      span: spanning(first, own ?? last),
      fields: [...fields, ...(own?.fields ?? [])],
    } as Infobox;
  }

  private nameOf(title: Text | null): string {
    const boxTitle = this.infoboxes[0]?.title ?? null;
    if (title) return title.value;
    const name = boxTitle?.value ?? this.source.title ?? '';
    this.report(
      'no-title',
      name === ''
        ? 'The article has no title: begin it with a line such as "= Title =".'
        : `The article has no "= Title =" line; it is taken to be about "${name}".`,
      name === '' ? 'error' : 'warning',
      boxTitle,
    );
    return name;
  }

  private reportEmptyHeadings(): void {
    const { text } = this.source;
    for (const line of this.locator.lines) {
      if (!isEmptyHeading(text, line)) continue;
      const message =
        'This heading has no words; what stands below it is read as a part of what stands above.';
      this.report('empty-heading', message, 'warning', this.locator.text(line.begin, line.end));
      this.ledger?.hide(line.begin, line.end, 'heading-mark');
    }
  }

  private report(code: string, message: string, severity: Problem['severity'], at: Text | null): void {
    this.problems.push(this.problem(code, message, severity, at));
  }

  private problem(code: string, message: string, severity: Problem['severity'], at: Text | null): Problem {
    return { code, severity, message, place: placeOf(this.source.name, at?.span) };
  }

  /** Number of the first line with words of the article. */
  private contentAt(from: number, to = this.locator.lines.length): number {
    let at = from;
    for (; at < to && (this.isBlank(at) || this.isFurniture(at)); at++) {
      const { begin, end } = this.locator.lines[at] as Line;
      this.ledger?.hide(begin, end, 'page-furniture');
    }
    return at;
  }

  private isFurniture(index: number): boolean {
    const { begin, end } = this.locator.lines[index] as Line;
    return end - begin < 60 && this.page.usual.isFurniture(this.source.text.slice(begin, end));
  }

  private isBlank(index: number): boolean {
    return isBlank(this.source.text, this.locator.lines[index] as Line);
  }
}

/** Whether punctuation stands between blanks, as in WikiText-103, where titles have blanks around their signs, too. */
function isCutIntoTokens(text: string): boolean {
  return / @[-.,]@ |(?:^|\n) = [^\n=]+ = ?\r?\n/.test(text.slice(0, 100_000));
}
