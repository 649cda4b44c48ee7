/**
 * Reader of the plain-text rendering of an article:
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
 * One pass over the lines, never backwards.
 */
import type { Ledger } from '../article/ledger.js';
import type { Article, Block, Field, Infobox, Section, Text } from '../article.js';
import type { Problem } from '../problem.js';
import { placeOf } from '../problem.js';
import type { Source } from '../source.js';
import { BlockReader } from './blocks.js';
import { bulletAt, headingAt, isBlank, isEmptyHeading, isTableLine, splitLabel } from './line-kinds.js';
import type { Line } from './locator.js';
import { Locator } from './locator.js';

export function parsePlain(source: Source, ledger: Ledger | null): { article: Article; problems: Problem[] } {
  const reader = new PlainReader(source, ledger);
  return { article: reader.read(), problems: reader.problems };
}

/** More lines than any article has. Refusing more keeps memory bounded, whatever the input. */
const mostLines = 300_000;

class PlainReader {
  readonly problems: Problem[] = [];
  private readonly locator: Locator;
  private readonly blocks: BlockReader;
  private next = 0;

  constructor(
    private readonly source: Source,
    private readonly ledger: Ledger | null,
  ) {
    this.locator = new Locator(source.text, undefined, source.firstLine);
    this.blocks = new BlockReader(this.locator);
  }

  read(): Article {
    const { length } = this.locator.lines;
    if (length > mostLines) {
      this.report(
        'too-many-lines',
        `It has ${length} lines, more than ${mostLines}; split it.`,
        'error',
        null,
      );
      return this.emptyArticle();
    }
    const title = this.readTitle();
    const infoboxes = this.readInfoboxes();
    const lead = this.readBlocks();
    const sections: Section[] = [];
    while (this.next < this.locator.lines.length) sections.push(this.readSection());
    if (infoboxes.length + lead.length + sections.length === 0) {
      this.report('no-content', 'There is nothing below the title.', 'warning', title);
    }
    this.reportEmptyHeadings();
    if (this.blocks.hasLeftRows) {
      const message =
        'Its tables have more cells than an article can have; the last rows are kept as one cell each.';
      this.report('too-many-cells', message, 'warning', null);
    }
    return { ...this.emptyArticle(), name: this.nameOf(title, infoboxes), title, infoboxes, lead, sections };
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

  private readTitle(): Text | null {
    this.skipBlanks();
    const line = this.line(this.next);
    const heading = line && headingAt(this.source.text, line);
    if (heading?.level !== 1) return null;
    this.next++;
    return this.locator.text(heading.begin, heading.end);
  }

  private readInfoboxes(): Infobox[] {
    const found: Infobox[] = [];
    for (;;) {
      this.skipBlanks();
      const infobox = this.readInfobox();
      if (!infobox) return found;
      found.push(infobox);
    }
  }

  /** An infobox is a run of bullets, most of them with a label, alone or right under a single line. */
  private readInfobox(): Infobox | null {
    const first = this.line(this.next);
    if (!first) return null;
    const untitled = bulletAt(this.source.text, first) !== null;
    const bulletsFrom = this.next + (untitled ? 0 : 1);
    if (!untitled && !this.isTextLine(first)) return null;
    const bullets = this.bulletsFrom(bulletsFrom);
    const labelled = bullets.filter(({ bullet }) => splitLabel(this.source.text, bullet) !== null).length;
    if (labelled === 0 || labelled * 2 < bullets.length) return null;

    this.next = bulletsFrom + bullets.length;
    const last = bullets[bullets.length - 1]?.line as Line;
    return {
      type: 'infobox',
      span: this.locator.span(first.begin, last.end),
      template: null,
      title: untitled ? null : this.locator.text(first.begin, first.end),
      fields: this.readFields(bullets),
    };
  }

  private bulletsFrom(from: number): BulletLine[] {
    const found: BulletLine[] = [];
    for (let i = from; ; i++) {
      const line = this.line(i);
      const bullet = line ? bulletAt(this.source.text, line) : null;
      if (!line || !bullet) return found;
      found.push({ line, bullet });
    }
  }

  /** A bullet is a field; bullets indented under it are its values. */
  private readFields(bullets: readonly BulletLine[]): Field[] {
    const fields: Field[] = [];
    const outermost = bullets[0]?.bullet.indent ?? 0;
    for (let i = 0; i < bullets.length; ) {
      const { line, bullet } = bullets[i] as BulletLine;
      const label = splitLabel(this.source.text, bullet);
      if (label) this.ledger?.hide(label.begin, label.end, 'field-name');
      const values: Text[] = [];
      let last = line;
      const own = this.locator.text(label?.valueBegin ?? bullet.begin, line.end);
      if (own.value !== '') values.push(own);
      for (i++; i < bullets.length; i++) {
        const nested = bullets[i] as BulletLine;
        if (nested.bullet.indent <= outermost) break;
        const value = this.locator.text(nested.bullet.begin, nested.line.end);
        if (value.value !== '') values.push(value);
        last = nested.line;
      }
      fields.push({
        type: 'field',
        span: this.locator.span(line.begin, last.end),
        key: label ? this.locator.text(label.begin, label.end) : null,
        values,
      });
    }
    return fields;
  }

  private readSection(): Section {
    const line = this.line(this.next) as Line;
    const found = headingAt(this.source.text, line);
    if (!found) throw new Error(`line ${this.next + 1} was taken for a heading and is none`);
    this.next++;
    const heading = {
      type: 'heading',
      span: this.locator.span(line.begin, line.end),
      level: found.level,
      text: this.locator.text(found.begin, found.end),
    } as const;
    const blocks = this.readBlocks();
    const end = blocks.at(-1)?.span.end ?? heading.span.end;
    return { type: 'section', span: { ...heading.span, end }, heading, blocks };
  }

  /** Blocks up to the next heading or the end. */
  private readBlocks(): Block[] {
    const from = this.next;
    while (this.next < this.locator.lines.length) {
      if (headingAt(this.source.text, this.line(this.next) as Line)) break;
      this.next++;
    }
    return this.blocks.read(from, this.next);
  }

  private nameOf(title: Text | null, infoboxes: readonly Infobox[]): string {
    const boxTitle = infoboxes[0]?.title ?? null;
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

  private report(code: string, message: string, severity: Problem['severity'], at: Text | null): void {
    this.problems.push({ code, severity, message, place: placeOf(this.source.name, at?.span) });
  }

  private reportEmptyHeadings(): void {
    const { text } = this.source;
    for (const line of this.locator.lines) {
      if (!isEmptyHeading(text, line)) continue;
      const message =
        'This heading has no words; what stands below it is read as a part of what stands above.';
      this.report('empty-heading', message, 'warning', this.locator.text(line.begin, line.end));
    }
  }

  private isTextLine(line: Line): boolean {
    return (
      !isBlank(this.source.text, line) &&
      !isEmptyHeading(this.source.text, line) &&
      !headingAt(this.source.text, line) &&
      !isTableLine(this.source.text, line)
    );
  }

  private skipBlanks(): void {
    for (
      let line = this.line(this.next);
      line && isBlank(this.source.text, line);
      line = this.line(this.next)
    ) {
      this.next++;
    }
  }

  private line(index: number): Line | undefined {
    return this.locator.lines[index];
  }
}

interface BulletLine {
  readonly line: Line;
  readonly bullet: NonNullable<ReturnType<typeof bulletAt>>;
}
