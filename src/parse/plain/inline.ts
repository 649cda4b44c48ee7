/**
 * The words of plain text. Renderings keep some of the marks of what they were made from: emphasis, links, marks of notes,
 * entities, tags. Marks in pairs are taken off, and each word keeps its place.
 */
import type { Ledger } from '../../article/ledger.js';
import type { Text } from '../../article.js';
import type { UsualWords } from '../../source/usual-words.js';
import type { Locator } from '../locator.js';
import type { Units } from '../units.js';
import { decoded } from '../wikitext/entities.js';
import { TextBuilder } from '../wikitext/text-builder.js';
import { Emphasis } from './emphasis.js';
import type { LinkReader, LinkTo } from './link.js';
import { isNoteMark, noteMarkAt } from './note-mark.js';
import type { Stretch } from './stretch.js';

/** What most texts have none of. */
const anyMark = /[*_[<&\u00a0\u202f\u2007\u200b\u200e\u200f\u2060\ufeff\\]|''/;

const marks =
  /\*+|_+|'{2,}|!?\[|<(?:!--[\s\S]{0,2000}?-->|\/?[A-Za-z][^<>\n]{0,500}>)|&#?\w{1,31};|[\u00a0\u202f\u2007]|[\u200b\u200e\u200f\u2060\ufeff]|\\[*_[\]`#\\]/g;
/** The same in a text whose punctuation stands between blanks. */
const marksBetweenBlanks = new RegExp(
  `${marks.source}| ?@[-.,]@ ?| (?=[.,;:!?)](?:\\s|$)|'s )|(?<=\\() `,
  'g',
);

const none: never[] = [];

/** Tags that only say how words look. */
const looks = new Set(
  'a abbr b bdi big center cite code del div em font i ins mark nowiki p q s small span strike strong sub sup tt u'.split(
    ' ',
  ),
);

export class Inline {
  private readonly page: { readonly source: string; readonly units: Units; readonly locator: Locator };
  private readonly marks: RegExp;

  /** @param isSpaced whether punctuation stands between blanks, as in texts that were cut into tokens */
  constructor(
    private readonly locator: Locator,
    units: Units,
    private readonly usual: UsualWords,
    private readonly links: LinkReader,
    private readonly isSpaced: boolean,
    private readonly ledger: Ledger | null,
  ) {
    this.page = { source: locator.source, units, locator };
    this.marks = isSpaced ? marksBetweenBlanks : marks;
  }

  /** The words between two offsets, white space at both ends left out. */
  words(begin: number, end: number): Text {
    const pieces = this.entered(begin, end);
    if (pieces.length === 0) return this.locator.text(begin, end);
    const out = new TextBuilder(this.page);
    show(begin, end, pieces, out);
    return out.finish() ?? this.locator.text(begin, begin);
  }

  /** The words of several stretches: each is a line, or goes on with the one before it. */
  joined(stretches: readonly (Stretch & { readonly goesOn: boolean })[]): Text {
    const [first] = stretches;
    if (!first) return this.locator.text(0, 0);
    if (stretches.length === 1) return this.words(first.begin, first.end);
    const out = new TextBuilder(this.page);
    for (const { begin, end, goesOn } of stretches) {
      if (goesOn) out.made(' ', begin, begin);
      else out.break(begin);
      show(begin, end, this.entered(begin, end), out);
    }
    return out.finish() ?? this.locator.text(first.begin, first.begin);
  }

  private entered(begin: number, end: number): readonly Piece[] {
    const pieces = this.read(begin, end);
    for (const piece of pieces) {
      const isShown = piece.words.trim() !== '';
      if (isShown) this.ledger?.reword(piece.begin, piece.end);
      if (!isShown || piece.rule) this.ledger?.hide(piece.begin, piece.end, piece.rule ?? 'markup');
    }
    return pieces;
  }

  /** What is not shown as it stands, in the order of the source. */
  private read(begin: number, end: number): Piece[] {
    const { source } = this.locator;
    const text = source.slice(begin, end);
    if (!this.isSpaced && !anyMark.test(text)) return none;
    const emphasis = new Emphasis(source, begin, end);
    const pieces: Piece[] = [];
    this.marks.lastIndex = 0;
    for (let match = this.marks.exec(text); match; match = this.marks.exec(text)) {
      const mark = match[0];
      const at = begin + match.index;
      const behind = at + mark.length;
      switch (mark.trim().charAt(0)) {
        case '*':
        case '_':
          emphasis.meet(at, behind);
          break;
        case "'":
          if (mark.startsWith("''")) emphasis.meet(at, behind);
          else pieces.push({ begin: at, end: at + 1, words: '' });
          break;
        case '[':
        case '!':
          this.marks.lastIndex = this.bracket(at, end, pieces) - begin;
          break;
        case '<':
          this.marks.lastIndex = this.tag(mark, at, end, pieces) - begin;
          break;
        case '&':
          if (decoded(mark) !== mark)
            pieces.push({ begin: at, end: behind, words: decoded(mark), rule: 'entity' });
          break;
        case '@':
          pieces.push({ begin: at, end: behind, words: mark.trim().charAt(1) });
          break;
        case '\\':
          pieces.push({ begin: at, end: at + 1, words: '' });
          break;
        default:
          // A blank that does not break is one; what is not seen, and a blank beside a sign, is none.
          pieces.push({ begin: at, end: behind, words: isWideSpace(mark) ? ' ' : '' });
      }
    }
    for (const { begin: from, end: to } of emphasis.paired) pieces.push({ begin: from, end: to, words: '' });
    return pieces.sort((a, b) => a.begin - b.begin);
  }

  /** The mark of a note, or a link. @returns where to go on */
  private bracket(at: number, end: number, pieces: Piece[]): number {
    const { source } = this.locator;
    const note = noteMarkAt(source, at, end, this.usual);
    if (note > 0) {
      pieces.push({ begin: at, end: note, words: '', rule: 'note-mark' });
      return note;
    }
    const link = this.links.linkAt(at, end);
    if (!link) return source.charAt(at) === '[' ? at + 1 : at + 2;
    const { words, to } = link;
    const isNote = isNoteMark(source, words.begin, words.end, this.usual);
    if (link.hidden !== null || isNote) {
      pieces.push({ begin: at, end: link.end, words: '', rule: link.hidden ?? 'note-mark' });
      return link.end;
    }
    pieces.push({
      begin: at,
      end: words.begin,
      words: '',
      rule: 'link-target',
      ...(to ? { link: { end: words.end, to } } : {}),
    });
    pieces.push({ begin: words.end, end: link.end, words: '', rule: 'link-address' });
    return words.begin;
  }

  /** @returns where to go on */
  private tag(tag: string, at: number, end: number, pieces: Piece[]): number {
    const behind = at + tag.length;
    const name = /^<\/?([A-Za-z]+)/.exec(tag)?.[1]?.toLowerCase() ?? '';
    if (name === 'br') pieces.push({ begin: at, end: behind, words: '\n', rule: 'tag' });
    else if (tag.startsWith('<!--')) pieces.push({ begin: at, end: behind, words: '', rule: 'comment' });
    else if (looks.has(name)) pieces.push({ begin: at, end: behind, words: '', rule: 'tag' });
    else if (name === 'ref') {
      const close = this.locator.source.indexOf('</ref>', behind) + '</ref>'.length;
      const isClosed = !tag.endsWith('/>') && close > behind && close <= end;
      pieces.push({ begin: at, end: isClosed ? close : behind, words: '', rule: 'reference' });
      return isClosed ? close : behind;
    }
    return behind;
  }
}

function isWideSpace(mark: string): boolean {
  return mark === '\u00a0' || mark === '\u202f' || mark === '\u2007';
}

function show(begin: number, end: number, pieces: readonly Piece[], out: TextBuilder): void {
  let at = begin;
  const open: { readonly from: number; readonly end: number; readonly to: LinkTo }[] = [];
  const closeBefore = (limit: number): void => {
    for (let link = open.at(-1); link && link.end <= limit; link = open.at(-1)) {
      if (link.end > at) out.verbatim(at, link.end);
      at = Math.max(at, link.end);
      out.link(link.from, link.to);
      open.pop();
    }
  };
  for (const piece of pieces) {
    closeBefore(piece.begin);
    if (piece.begin < at) continue;
    out.verbatim(at, piece.begin);
    at = piece.end;
    if (piece.words === '\n') out.break(piece.begin);
    else if (piece.words !== '') out.made(piece.words, piece.begin, piece.end);
    if (piece.link) open.push({ from: out.length, end: piece.link.end, to: piece.link.to });
  }
  closeBefore(end);
  out.verbatim(at, end);
}

/** A stretch that other words, or none, stand for. */
interface Piece extends Stretch {
  readonly words: string;
  /** Why it is not shown as it stands. */
  readonly rule?: string;
  /** The link that begins behind it. */
  readonly link?: { readonly end: number; readonly to: LinkTo };
}
