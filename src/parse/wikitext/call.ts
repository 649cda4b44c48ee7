/** Calls of templates: `{{name|first|key=value}}`. */
import type { Units } from '../units.js';
import { codes } from './characters.js';
import type { Page, Stretch } from './page.js';
import { enterMark } from './page.js';
import type { NamedAction } from './templates.js';
import { kinds } from './tokens.js';

export interface Call extends NamedAction {
  readonly begin: number;
  readonly end: number;
  /** Where the name stands. */
  readonly nameBegin: number;
  readonly nameEnd: number;
  readonly parameters: readonly Parameter[];
}

/** No template has a longer name. */
const longestName = 300;

export interface Parameter extends Stretch {
  /** Whether what it holds is shown, or says how something is shown; see unshown.ts. */
  isUsed: boolean;
  /** The name, or the number of one without a name, from `1`. */
  readonly name: string;
  readonly isNamed: boolean;
  /** Where the name stands. */
  readonly nameBegin: number;
  readonly nameEnd: number;
}

/**
 * What a call that a mark opens does, where its name can be told at a glance; many need no more. Null where the name has
 * marks itself, such as a comment.
 */
export function nameAtGlance({ source, tokens, templates }: Page, open: number): NamedAction | null {
  const next = open + 1;
  if (next !== tokens.mate[open] && tokens.kind[next] !== kinds.pipe) return null;
  const begin = tokens.end[open] as number;
  return templates.named(source.slice(begin, Math.min(tokens.begin[next] as number, begin + longestName)));
}

/**
 * Reads the call that a mark opens; its closing mark is known.
 *
 * @param glanced what it does, if that was told at a glance
 */
export function readCall(page: Page, open: number, glanced: NamedAction | null = null): Call {
  const { source, tokens, templates } = page;
  const close = tokens.mate[open] as number;
  const contents = tokens.end[open] as number;
  const parameters: Parameter[] = [];
  let nameEnd = -1;
  let numbered = 0;
  let begin = contents;
  let equals = -1;
  let first = open + 1;
  enterMark(page, open);
  for (let token = open + 1; token <= close; token = token === close ? close + 1 : tokens.after(token)) {
    const kind = tokens.kind[token];
    if (token < close && kind === kinds.equals && equals < 0 && nameEnd >= 0) {
      equals = token;
      enterMark(page, token);
    }
    if (token < close && !isBar(page, token)) continue;
    enterMark(page, token);
    const end = tokens.begin[token] as number;
    if (nameEnd < 0) nameEnd = end;
    else if (equals < 0) parameters.push(numberedParameter(++numbered, begin, end, first));
    else parameters.push(namedParameter(page, begin, equals, end, first));
    begin = tokens.end[token] as number;
    equals = -1;
    first = token + 1;
  }
  const { name, action, argument, star } = glanced ?? templates.named(source.slice(contents, nameEnd));
  if (argument >= 0) parameters.unshift(numberedParameter(1, contents + argument, nameEnd, open + 1));
  return {
    name,
    action,
    argument,
    star,
    begin: tokens.begin[open] as number,
    end: tokens.end[close] as number,
    nameBegin: contents,
    nameEnd,
    parameters,
  };
}

/** Older calls give the language before the words: `{{ill|fr|Titre}}` is `{{ill|Titre|fr}}`. */
export function inUsualOrder(page: Page, call: Call): Call {
  if (call.action?.does !== 'show' || !call.action.languageSecond) return call;
  const [first, second] = [parameter(page, call, '1'), parameter(page, call, '2')];
  const isLanguage = (found: Parameter): boolean => page.templates.languages.has(writtenIn(page, found));
  if (!first || !second || !isLanguage(first) || isLanguage(second)) return call;
  const named = (found: Parameter): Parameter => {
    if (found === first) return { ...found, name: '2' };
    return found === second ? { ...found, name: '1' } : found;
  };
  return { ...call, parameters: call.parameters.map(named) };
}

/** Whether a mark divides a template's parameters, or a link from its words: `|`, or `||`, which also divides cells. */
export function isBar({ units, tokens }: Page, token: number): boolean {
  const kind = tokens.kind[token];
  if (kind === kinds.pipe) return true;
  return kind === kinds.cellBreak && units[tokens.begin[token] as number] === codes.bar;
}

function numberedParameter(number: number, begin: number, end: number, token: number): Parameter {
  return {
    begin,
    end,
    token,
    name: String(number),
    isNamed: false,
    nameBegin: begin,
    nameEnd: begin,
    isUsed: false,
  };
}

/**
 * White space behind a named parameter does not count; before it, a line break may begin a list.
 *
 * @param first the first mark behind the bar, which is the equals sign unless the name holds marks
 */
function namedParameter(
  { source, units, tokens }: Page,
  nameBegin: number,
  equals: number,
  partEnd: number,
  first: number,
): Parameter {
  const nameEnd = tokens.begin[equals] as number;
  const begin = tokens.end[equals] as number;
  let end = partEnd;
  while (end > begin && (units[end - 1] as number) <= 32) end--;
  const written = source.slice(nameBegin, nameEnd);
  const mayHoldComment = first < equals && written.length <= longestName;
  const name = mayHoldComment ? withoutComments(written) : written.trim();
  return { begin, end, token: equals + 1, name, isNamed: true, nameBegin, nameEnd, isUsed: false };
}

/** The parameter of a name or number that is not empty; the last one counts, as in MediaWiki. */
export function parameter({ units }: Page, call: Call, name: string): Parameter | undefined {
  for (let i = call.parameters.length - 1; i >= 0; i--) {
    const found = call.parameters[i] as Parameter;
    if (found.name === name && !isBlank(units, found)) return found;
  }
  return undefined;
}

/** Whether a parameter of a template that is a part of the page holds a part of it: it has no name, or one for that. */
export function holdsContents({ templates }: Page, { name }: Parameter): boolean {
  return /^\d+$/.test(name) || templates.contents.has(name);
}

/** The words of a parameter as the source writes them, without comments; empty where it is not given. */
export function written(page: Page, call: Call, name: string): string {
  const found = parameter(page, call, name);
  return found ? writtenOf(page, found) : '';
}

/** The words of a parameter, which is used by that. */
export function writtenOf(page: Page, found: Parameter): string {
  found.isUsed = true;
  page.ledger?.hide(found.begin, found.end, 'template-argument');
  return writtenIn(page, found);
}

export function writtenIn({ source }: Page, { begin, end }: Stretch): string {
  return withoutComments(source.slice(begin, Math.min(end, begin + 500)));
}

/** Words as they are written, without comments and without the white space at both ends. */
export function withoutComments(text: string): string {
  return (text.includes('<!--') ? text.replace(/<!--.*?-->/gs, '') : text).trim();
}

export function isBlank(units: Units, { begin, end }: Stretch): boolean {
  return firstInk(units, begin, end) === end;
}

/** Whether a value begins with a bullet on the line of its parameter's name: `|starring=* A`. */
export function beginsWithBullet(units: Units, { begin, end }: Stretch): boolean {
  const at = firstInk(units, begin, end);
  return at < end && units[at] === codes.asterisk;
}

/** The stretch without the bullet that it begins with. */
export function afterBullet({ units, ledger }: Page, stretch: Stretch): Stretch {
  if (!beginsWithBullet(units, stretch)) return stretch;
  const begin = firstInk(units, stretch.begin, stretch.end) + 1;
  ledger?.hide(begin - 1, begin, 'markup');
  return { ...stretch, begin };
}

function firstInk(units: Units, begin: number, end: number): number {
  let at = begin;
  while (at < end && (units[at] as number) <= 32) at++;
  return at;
}
