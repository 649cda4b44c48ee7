/** When the subject was published first, of all that the article says of it. */
import { slice } from '../article.js';
import { readDate } from '../value/date.js';
import type { Verdict } from './classify.js';
import type { Draft } from './draft.js';
import { releases } from './known-releases.js';
import { dateLiteral } from './value/release.js';

export function mapFirstDate(draft: Draft, verdict: Verdict): void {
  const { stated, firstShown, earliestUnread } = draft.recall(releases);
  const dates = [...stated, ...firstShown].filter(({ earliest }) => earliest);
  // By text, a year comes before its days: the earliest date is never more precise than what is known.
  const [first] = dates.sort((a, b) => (a.date.lexical < b.date.lexical ? -1 : 1));
  // What was not read may be earlier.
  if (!first || Number(first.date.year) >= earliestUnread) {
    mapYear(draft, verdict);
    return;
  }
  const { date, words, earliest, rule } = first;
  if (earliest) draft.state(draft.thing, earliest, dateLiteral(date), words.span, rule);
}

/** The year that the first sentence names, where nothing else is known: "is a 1996 drama film". */
function mapYear(draft: Draft, { kind, phrase, paragraph }: Verdict): void {
  const year = phrase?.sign === 'not' ? undefined : phrase?.words.find(({ text }) => /^\d{4}$/.test(text));
  if (!kind?.lead.year || !paragraph || !year) return;
  const date = readDate(year.text, draft.mappings.tables);
  const { span } = slice(paragraph, year.begin, year.end);
  if (date) draft.state(draft.thing, kind.lead.year, dateLiteral(date), span, `${kind.name}/lead/year`);
}
