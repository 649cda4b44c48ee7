/** Casts told in sentences: "Ann Lee plays Kim, a maid, and Bo Roe her brother Pat. The smith is played by Cy Poe." */
import type { Text } from '../article.js';
import { slice } from '../article.js';
import { shapeOf } from '../value/linked.js';
import { matchesOf } from '../value/matches.js';
import type { Range } from '../value/pieces.js';
import type { RoleWords, Sides } from '../value/role.js';
import { splitSides } from '../value/role.js';
import { findQuotations, findSentences, solidStretches } from '../value/sentence.js';
import { isTooLong } from './draft.js';
import type { Performances } from './performances.js';

/** A clause that says who plays whom, as it stands in its sentence. */
interface Clause {
  readonly performer: Range;
  readonly role: Range;
  readonly description: Range | null;
}

/** Longer than a sentence about a cast, in UTF-16 units. */
const longestSentence = 600;

export function mapCastProse(cast: Performances, text: Text): void {
  if (isTooLong(text)) return;
  const solid = solidStretches(text.value, text.links ?? [], []);
  const quotations = findQuotations(text.value);
  for (const { begin, end } of findSentences(text.value, { solid, quotations }, cast.tables)) {
    const sentence = slice(text, begin, end);
    if (sentence.value.length > longestSentence || mayBeOfOther(cast, sentence)) continue;
    for (const clause of clausesIn(cast, sentence)) {
      if (cast.draft.isFull) return;
      state(cast, sentence, clause);
    }
  }
}

function mayBeOfOther({ spec }: Performances, { value }: Text): boolean {
  const words = value.toLowerCase().split(/[^\p{L}\p{N}'’-]+/u);
  return words.some((word) => spec.doubts.includes(word) || /n['’]t$/.test(word));
}

function state(cast: Performances, sentence: Text, { performer, role, description }: Clause): void {
  const named = cast.namesIn(sentence, performer);
  if (!named) return;
  const begin = Math.min(performer.begin, role.begin);
  const whole = slice(sentence, begin, Math.max(performer.end, role.end));
  const character = slice(sentence, role.begin, role.end);
  const descriptions = description ? [slice(sentence, description.begin, description.end)] : [];
  for (const { name, notes } of named) {
    cast.advance();
    cast.state(whole, name, { character, descriptions: [...notes, ...descriptions] });
  }
}

const capital = String.raw`(?:\ue000\ue001*|["“]?\p{Lu}[\p{L}\p{M}\p{N}.'’"”-]*)`;
const inner = '(?:(?:of|the|de|la|le|du|von|van|der|den|da|di|al|bin)\\s+)*';
/** Names of several words; a link is one. */
const names = new RegExp(
  String.raw`^(?:\ue000\ue001*|\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+${inner}\p{Lu}[\p{L}\p{M}.'’-]*)+)`,
  'u',
);
const determiner = String.raw`(?:(?:the|an?|her|his|their|its)\s+)`;
const beforeDeterminer = new RegExp(`^\\s+(?=${determiner})`, 'u');
/** "Kim", "the King of Salt", "her brother Pat", "Kim and Pat", "a maid". */
const named = new RegExp(
  String.raw`^(?<lead>${determiner}(?:[\p{Ll}-]+\s+){1,4})?(?<name>${determiner}?${capital}(?:\s+${inner}${capital})*(?:\s+and\s+${capital}(?:\s+${inner}${capital})*)?)`,
  'u',
);
const unnamed = new RegExp(
  String.raw`^(?<name>${determiner}(?:[\p{Ll}-]+(?:\s+(?!who\b|whose\b|that\b|which\b|and\b|in\b|while\b|where\b|with\b|from\b|at\b|on\b)|(?=[,.;]|\s|$))){1,4})`,
  'u',
);

/** Where a clause may begin: behind a sign or "and", and behind what announces performers. */
const joints = /(?:[,;]\s*(?:(?:and|while|with|as well as)\s+)?|\s(?:and|while|with|as well as)\s+)/gu;

function clausesIn(cast: Performances, sentence: Text): Clause[] {
  const shape = shapeOf(sentence);
  const words: RoleWords = {
    ...cast.spec,
    either: [],
    separators: [...cast.spec.separators, ...cast.spec.plays],
  };
  /** Where the words before a joint end, by where those behind it begin. */
  const ends = new Map(matchesOf(joints, shape).map(({ 0: sign, index }) => [index + sign.length, index]));
  const found: { readonly at: number; readonly sides: Sides }[] = [];
  let past = 0;
  for (const at of [openingEnd(cast, shape), ...ends.keys()]) {
    if (at < past) continue;
    const sides = sidesAt(shape, at, words, found.length > 0);
    if (!sides) continue;
    found.push({ at, sides });
    past = sides.second?.begin ?? past;
  }
  return found.flatMap(({ sides }, i) => {
    const next = found[i + 1];
    const end = next ? (ends.get(next.at) ?? next.at) : shape.replace(/[.!?]$/, '').length;
    return clauseOf(cast, sentence, shape, sides, end) ?? [];
  });
}

/** Behind "The film stars". */
function openingEnd({ spec }: Performances, shape: string): number {
  const opening = new RegExp(`^[^,;]{0,60}?\\b(?:${spec.announcing.join('|')})\\s+`, 'u').exec(shape);
  return opening?.[0].length ?? 0;
}

/** The sides of a clause, as offsets of the sentence; after another, the words between may be missing: "and Bo Roe her brother". */
function sidesAt(shape: string, at: number, words: RoleWords, mayLackWords: boolean): Sides | null {
  const text = shape.slice(at);
  const split = splitSides(text, words);
  const moved = ({ begin, end }: Range): Range => ({ begin: at + begin, end: at + end });
  const first = text.slice(split.first.begin, split.first.end);
  if (split.second && split.order && !split.isInParentheses && isSide(first, split.order))
    return { ...split, first: moved(split.first), second: moved(split.second) };
  const performer = names.exec(text)?.[0];
  const rest = performer && beforeDeterminer.exec(text.slice(performer.length));
  if (!mayLackWords || !performer || !rest) return null;
  return {
    first: moved({ begin: 0, end: performer.length }),
    second: moved({ begin: performer.length + rest[0].length, end: text.length }),
    order: 'performer-first',
    isInParentheses: false,
    isTangled: false,
  };
}

function isSide(words: string, order: Sides['order']): boolean {
  if (order === 'performer-first') {
    const [first = '', second = '', ...others] = words.split(/\s+(?:and|&)\s+/);
    const isName = (name: string): boolean => names.exec(name)?.[0].length === name.length;
    return others.length === 0 && isName(first) && (second === '' || isName(second));
  }
  return !/[,;:()]/.test(words) && words.split(' ').length <= 8;
}

function clauseOf(
  cast: Performances,
  sentence: Text,
  shape: string,
  { first, second, order }: Sides,
  end: number,
): Clause | null {
  if (!second || second.begin >= end) return null;
  if (order === 'performer-first') {
    const role = roleIn(cast, shape.slice(second.begin, end), second.begin);
    const isOfSeveral = /\s(?:and|&)\s/.test(shape.slice(first.begin, first.end));
    // Who of several plays whom of several is not said.
    if (!role || (isOfSeveral && /\s(?:and|&)\s|,/.test(shape.slice(second.begin, end)))) return null;
    return { performer: first, ...role };
  }
  const role = roleIn(cast, shape.slice(first.begin, first.end), first.begin);
  const performer = names.exec(shape.slice(second.begin, end))?.[0];
  if (!role || role.role.end !== first.end || !performer) return null;
  const behind = shape.slice(second.begin + performer.length, end);
  return /^(?:$|[,;.\s])/.test(behind) &&
    cast.namesIn(sentence, { begin: second.begin, end: second.begin + performer.length })
    ? { performer: { begin: second.begin, end: second.begin + performer.length }, ...role }
    : null;
}

/** The role that words begin with, and what describes it. */
function roleIn(
  { spec }: Performances,
  words: string,
  offset: number,
): { readonly role: Range; readonly description: Range | null } | null {
  const lower = words.toLowerCase();
  const part = spec.parts.find((phrase) => lower.startsWith(`${phrase} `));
  const from = part === undefined ? 0 : part.length + 1;
  const text = words.slice(from).replace(/^(The|An?|Her|His|Their)\b/, (word) => word.toLowerCase());
  const self = spec.selves.find((one) => new RegExp(`^${one}(?![\\p{L}/])`, 'u').test(text));
  const found = self === undefined ? (named.exec(text) ?? unnamed.exec(text)) : null;
  const name = self ?? found?.groups?.name?.trimEnd().replace(/[.,]$/, '');
  if (name === undefined || name === '' || spec.noRoles.includes(name.split(' ', 1)[0] as string))
    return null;
  const lead = found?.groups?.lead ?? '';
  const begin = offset + from + lead.length;
  const end = begin + name.length;
  const aside = /^,\s+(?<said>(?:an?|the|his|her|their|who|whose)\s[^,;.]*)/.exec(
    text.slice(lead.length + name.length),
  );
  const said = aside?.groups?.said;
  const description =
    said !== undefined && aside
      ? { begin: end + aside[0].length - said.length, end: end + aside[0].length }
      : lead !== ''
        ? { begin: offset + from, end: begin - 1 }
        : null;
  return { role: { begin, end }, description };
}
