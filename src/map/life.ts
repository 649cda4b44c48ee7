/** Birth and death, from the parenthesis behind the name in the first sentence. */
import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../article.js';
import { slice } from '../article.js';
import type { LifeEvent } from '../value/life.js';
import { readLife } from '../value/life.js';
import type { Verdict } from './classify.js';
import type { Draft } from './draft.js';
import { quoted } from './draft.js';
import { placeOfWords, statePlace } from './value/named-place.js';
import { dateLiteral } from './value/release.js';

/** How far into the paragraph the parenthesis stands, in UTF-16 units. */
const reach = 600;

export function mapLife(draft: Draft, { kind, paragraph }: Verdict): void {
  const life = kind?.lead.life;
  if (!life || !paragraph) return;
  for (const { begin, end } of asides(paragraph.value.slice(0, reach))) {
    const words = slice(paragraph, begin, end);
    const read = readLife(words.value, draft.mappings.tables);
    if (!read) continue;
    const rule = `${kind.name}/lead/life`;
    if (read.born) mapEvent(draft, words, read.born, life.birthDate, life.birthPlace, rule);
    if (read.died) mapEvent(draft, words, read.died, life.deathDate, life.deathPlace, rule);
    return;
  }
}

function mapEvent(
  draft: Draft,
  words: Text,
  { date, place }: LifeEvent,
  when: NamedNode | undefined,
  where: NamedNode | undefined,
  rule: string,
): void {
  if (date && when) {
    const own = slice(words, date.begin, date.end);
    const literal = dateLiteral(date.value);
    const known = draft.statements.find(
      ({ subject, predicate }) => subject.equals(draft.thing) && predicate.equals(when),
    );
    if (!known || known.object.equals(literal)) draft.state(draft.thing, when, literal, own.span, rule);
    // The infobox may say less: "1931" beside "7 February 1931".
    else if (!isSameDay(known.object.value, literal.value)) {
      const message = `${quoted(own.value)}: the infobox says ${known.object.value}; this date is not in the graph.`;
      draft.report('contradiction', 'warning', message, own.span);
    }
  }
  if (!place || !where) return;
  const told = draft.statements.some(
    ({ subject, predicate }) => subject.equals(draft.thing) && predicate.equals(where),
  );
  // A field of the infobox says it in more detail.
  if (told) return;
  const named = placeOfWords(slice(words, place.begin, place.end), draft);
  draft.state(draft.thing, where, statePlace(draft, named, rule), named.words.span, rule);
}

/** Whether one date is the other said less precisely. */
function isSameDay(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** What stands inside the parentheses between the name and the verb of a first sentence, in order. */
function* asides(text: string): Generator<{ begin: number; end: number }> {
  const verb = /(?<=[\s,)])(?:is|was|are|were)\s/y;
  let depth = 0;
  let begin = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    verb.lastIndex = at;
    if (depth === 0 && verb.test(text)) return;
    if (sign === '(' && depth++ === 0) begin = at + 1;
    else if (sign === ')' && depth > 0 && --depth === 0) yield { begin, end: at };
  }
}
