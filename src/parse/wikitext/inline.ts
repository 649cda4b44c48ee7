/** The words of a stretch of wikitext: markup taken off, templates shown, links kept. */
import type { Call } from './call.js';
import { afterBullet, holdsContents, inUsualOrder, nameAtGlance, readCall } from './call.js';
import { codes, isListMark } from './characters.js';
import { enterCall, enterHidden } from './enter.js';
import { decoded } from './entities.js';
import { readField, readInfobox } from './infobox.js';
import { showLink } from './link.js';
import {
  showCoordinates,
  showDate,
  showDates,
  showDuration,
  showMeasure,
  showPercentage,
} from './measures.js';
import type { Page, Render, Stretch } from './page.js';
import { countUnknown, enterMark } from './page.js';
import { readCoordinates, readDescription, readIdentifiers } from './page-facts.js';
import { readGallery, readPictures } from './picture.js';
import { QuoteLine } from './quotes.js';
import { showCall } from './show.js';
import { showTable } from './table.js';
import type { TemplateAction } from './templates.js';
import type { TextBuilder } from './text-builder.js';
import { kinds, tagMates } from './tokens.js';
import { countUnshown, isVain } from './unshown.js';

/** How deep templates and links may stand in each other; what stands deeper is kept as it is written. */
const deepest = 40;

/** Closing marks that nothing opens. */
const isLeftOut: ReadonlySet<number | undefined> = new Set([
  kinds.templateClose,
  kinds.argumentClose,
  kinds.tableClose,
  kinds.linkClose,
  kinds.externalClose,
]);

/** Makes the one function that gives the words of a page's stretches. */
export function renderer(page: Page): Render {
  const { source, units, tokens } = page;
  let depth = 0;
  /** The line that is being read, if it has apostrophes; the words of a link or a template have their own. */
  let quotes: QuoteLine | null = null;

  const render: Render = (stretch, out) => {
    if (depth >= deepest) {
      out.verbatim(stretch.begin, stretch.end);
      return;
    }
    const outer = quotes;
    quotes = null;
    depth++;
    renderTokens(stretch, out);
    depth--;
    quotes = outer;
  };

  function renderTokens({ begin, end, token: first }: Stretch, out: TextBuilder): void {
    let from = begin;
    let token = first;
    for (; token < tokens.count; token++) {
      const at = tokens.begin[token] as number;
      if (at >= end) break;
      if (at < from || !isMark(token)) continue;
      if (at > from) out.verbatim(from, at);
      cite(page, token, out);
      from = renderMark(token, at, end, out);
      const mate = tokens.mate[token] as number;
      if (mate > token && tokens.kind[token] !== kinds.verbatim) token = mate;
    }
    if (from < end) out.verbatim(from, end);
  }

  /**
   * An opening mark without one that closes it is words, and so is what only counts inside templates and tables. That
   * of a link is left out: the words behind it are right without it.
   */
  function isMark(token: number): boolean {
    switch (tokens.kind[token]) {
      case kinds.pipe:
      case kinds.cellBreak:
      case kinds.equals:
      case kinds.heading:
        return false;
      case kinds.templateOpen:
      case kinds.argumentOpen:
      case kinds.externalOpen:
      case kinds.tableOpen:
        return (tokens.mate[token] as number) > token;
      default:
        return true;
    }
  }

  /** @returns where the words behind the mark begin */
  function renderMark(token: number, at: number, end: number, out: TextBuilder): number {
    const markEnd = tokens.end[token] as number;
    const mate = tokens.mate[token] as number;
    switch (tokens.kind[token]) {
      case kinds.newline:
        return renderNewline(token, at, end, out);
      case kinds.quotes:
        if (!quotes || at >= quotes.end) quotes = new QuoteLine(page, token, end);
        out.verbatim(at, at + quotes.shown(token));
        page.ledger?.hide(at + quotes.shown(token), markEnd, 'markup');
        return markEnd;
      case kinds.entity:
        renderEntity(at, markEnd, out);
        return markEnd;
      case kinds.templateOpen:
        renderTemplate(token, out);
        return tokens.end[mate] as number;
      case kinds.argumentOpen:
        renderArgument(token, out);
        return tokens.end[mate] as number;
      case kinds.linkOpen:
        if (mate > token) return showLink(page, token, out, render);
        enterMark(page, token);
        return markEnd;
      case kinds.externalOpen:
        return showLink(page, token, out, render);
      case kinds.tableOpen:
        showTable(page, token, out, render);
        return tokens.end[mate] as number;
      case kinds.tag:
        renderTag(mate, at, markEnd, out);
        return markEnd;
      case kinds.verbatim:
        renderVerbatim(at, { begin: mate, end: source.lastIndexOf('</', markEnd - 1) }, out);
        return markEnd;
      case kinds.madeBar:
        page.ledger?.reword(at, markEnd);
        out.made('|', at, markEnd);
        return markEnd;
      case kinds.pictures:
        readGallery(page, { begin: at, end: markEnd }, renderer);
        return markEnd;
      default:
        if (isLeftOut.has(tokens.kind[token])) enterMark(page, token);
        return markEnd;
    }
  }

  /**
   * A line break is a space, unless lines are kept; before a bullet it begins an item, and before a blank line a paragraph. A line of hyphens is
   * drawn as one. A line of comments is taken out with its line break.
   */
  function renderNewline(token: number, at: number, end: number, out: TextBuilder): number {
    let next = behindComments(token);
    const code = units[next] as number;
    if (next < end && isListMark(code)) {
      while (next < end && isBullet(units[next] as number)) next++;
      page.ledger?.hide(behindComments(token), next, 'markup');
      if (code === codes.asterisk || code === codes.hash) out.item(at);
      else out.break(at);
      return next;
    }
    const lineEnd = tokens.end[token] as number;
    const isBlank = (code === codes.newline || code === codes.carriageReturn) && next === lineEnd;
    const rule = code === codes.hyphen && next < end ? behindRule(next) : next;
    page.ledger?.hide(next, rule, 'markup');
    if (isBlank || rule > next || out.keepsLines) out.break(at);
    else out.made(' ', at, lineEnd);
    return rule;
  }

  /** Where four hyphens or more end, else the offset itself. */
  function behindRule(from: number): number {
    let at = from;
    while (units[at] === codes.hyphen) at++;
    return at < from + 4 ? from : at;
  }

  /** Where the comments right behind a mark end. */
  function behindComments(token: number): number {
    let at = tokens.end[token] as number;
    for (let next = token + 1; next < tokens.count; next++) {
      if (tokens.kind[next] !== kinds.comment || tokens.begin[next] !== at) break;
      at = tokens.end[next] as number;
    }
    return at;
  }

  /** What stands in `<nowiki>` and `<pre>` has no marks but entities. */
  function renderVerbatim(tag: number, { begin, end }: Omit<Stretch, 'token'>, out: TextBuilder): void {
    let from = begin;
    if (/^<(?:nowiki|pre)/i.test(source.slice(tag, tag + 7))) {
      for (const { index, 0: entity } of source.slice(begin, end).matchAll(/&#?\w{1,32};/g)) {
        out.verbatim(from, begin + index);
        renderEntity(begin + index, begin + index + entity.length, out);
        from = begin + index + entity.length;
      }
    }
    out.verbatim(from, end);
  }

  function renderEntity(at: number, end: number, out: TextBuilder): void {
    const written = source.slice(at, end);
    const character = decoded(written);
    if (character === written) out.verbatim(at, end);
    else {
      if (character.trim() === '') page.ledger?.hide(at, end, 'entity');
      else page.ledger?.reword(at, end);
      out.made(character, at, end);
    }
  }

  function renderTag(does: number, at: number, end: number, out: TextBuilder): void {
    if (does === tagMates.break) out.break(at);
    else if (does === tagMates.item && units[at + 1] !== codes.slash) out.item(at);
    else if (does === tagMates.space) out.made(' ', at, end);
  }

  function renderTemplate(token: number, out: TextBuilder): void {
    const named = nameAtGlance(page, token);
    if (named?.action?.does !== 'hide') renderCall(inUsualOrder(page, readCall(page, token, named)), out);
    else enterHidden(page, token, named.name);
  }

  /**
   * Outside of a template nothing is given by any name: what stands behind the bar is shown, and without a bar the mark as
   * it stands (https://www.mediawiki.org/wiki/Help:Templates#Default_values).
   */
  function renderArgument(token: number, out: TextBuilder): void {
    const call = readCall(page, token);
    const [otherwise] = call.parameters;
    if (otherwise) {
      page.ledger?.hide(call.nameBegin, call.nameEnd, 'parameter-name');
      otherwise.isUsed = true;
      render({ ...otherwise, begin: otherwise.isNamed ? otherwise.nameBegin : otherwise.begin }, out);
      countUnshown(page, call);
      return;
    }
    const begin = out.length;
    countUnknown(page, { ...call, name: `{{{${call.name}}}}` });
    out.verbatim(call.begin, call.end);
    out.quality(begin, { isWikitext: true });
  }

  function renderCall(call: Call, out: TextBuilder): void {
    const begin = out.length;
    if (call.action && does(call.action, call, out)) {
      const isAll = !leavesParameters(call.action);
      if (isAll || out.length > begin || !isVain(page, call)) {
        if (!isAll) countUnshown(page, call);
        return;
      }
    }
    countUnknown(page, call);
    out.verbatim(call.begin, call.end);
    out.quality(begin, { isWikitext: true });
  }

  /** @returns whether the call could be shown */
  function does(action: TemplateAction, call: Call, out: TextBuilder): boolean {
    enterCall(page, call);
    switch (action.does) {
      case 'show':
        return showCall(page, call, action, out, render);
      case 'hide':
        page.ledger?.hide(call.begin, call.end, `template:${call.name}`);
        return true;
      case 'picture':
        readPictures(page, call, render);
        return true;
      case 'describe':
        readDescription(page, call, render);
        return true;
      case 'identify':
        readIdentifiers(page, call);
        return true;
      case 'disambiguate':
        page.ledger?.hide(call.begin, call.end, `template:${call.name}`);
        page.found.meetsDisambiguation = true;
        return true;
      case 'infobox':
        readInfobox(page, call, render);
        return true;
      case 'fields':
        return renderFields(call);
      case 'list':
        renderItems(call, out);
        return true;
      case 'block':
        renderBlock(call, out);
        return true;
      case 'date':
        return showDate(page, call, out, render);
      case 'dates':
        return showDates(page, call, out, render);
      case 'duration':
        return showDuration(page, call, out, render);
      case 'measure':
        return showMeasure(page, call, out);
      case 'percentage':
        return showPercentage(page, call, out);
      case 'coordinates':
        readCoordinates(page, call);
        return showCoordinates(page, call, out);
    }
  }

  function renderFields(call: Call): boolean {
    const fields = page.found.openFields.at(-1);
    if (!fields) return false;
    for (const parameter of call.parameters) {
      const field = readField(page, parameter, render);
      if (field) fields.push(field);
    }
    return true;
  }

  function renderItems(call: Call, out: TextBuilder): void {
    for (const found of call.parameters) {
      if (found.isNamed && !/^\d+$/.test(found.name)) continue;
      found.isUsed = true;
      out.item(found.begin);
      render(afterBullet(page, found), out);
    }
  }

  /** Among words, the only parameter holds the contents whatever its name is. */
  function renderBlock({ parameters }: Call, out: TextBuilder): void {
    for (const found of parameters) {
      if (parameters.length > 1 && !holdsContents(page, found)) continue;
      found.isUsed = true;
      out.break(found.begin);
      render(found, out);
    }
  }

  return render;
}

/** Notes what a mark cites behind the words before it; those that a template of a citation shows are no fact. */
function cite({ cited }: Page, token: number, out: TextBuilder): void {
  const found = cited?.at.get(token);
  if (found) out.cite(found);
}

/** What templates do that show nothing among words. */
const shownElsewhere: ReadonlySet<string> = new Set([
  'hide',
  'picture',
  'disambiguate',
  'describe',
  'identify',
]);

/** Whether a template that does something may leave parameters unshown: one that shows nothing says so by its name. */
function leavesParameters({ does }: TemplateAction): boolean {
  return !shownElsewhere.has(does);
}

/** The marks of an item, with the blanks between and behind them. */
function isBullet(code: number): boolean {
  return isListMark(code) || code === codes.space;
}
