/** A recognition that a sentence tells of: the one that the article has told of before, or a new one. */
import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../article.js';
import { slice } from '../article.js';
import { literal } from '../rdf/terms.js';
import { award, xsd } from '../rdf/vocabulary.js';
import { bodyKey } from './award-bodies.js';
import type { AwardCells } from './award-cells.js';
import { readGiver, yearOf } from './award-cells.js';
import type { Draft } from './draft.js';
import { quoted } from './draft.js';
import { labelKey } from './label-key.js';
import type { KnownRecognition, Outcome } from './recognition.js';
import { statedRecognitions, stateRecognition } from './recognition.js';

export interface ToldRecognition {
  readonly giver?: Text;
  readonly category: Text;
  readonly year?: Text;
  readonly outcome: Outcome;
  readonly recipient: { readonly words: Text; readonly node: () => NamedNode | null } | null;
}

/**
 * States a recognition. Giver (without its number) and category tell which one it is; what the sentence adds to a known
 * one is added. Where it says of a known one that it came out otherwise, the sentence is told and nothing is added.
 */
export function mergeRecognition(draft: Draft, cells: AwardCells, told: ToldRecognition, rule: string): void {
  const { giver, category, year, outcome } = told;
  const node = told.recipient?.node() ?? null;
  const recipient = told.recipient && node ? { words: told.recipient.words, node } : null;
  const same = draft.recall(statedRecognitions).filter((known) => isSame(known, giver, category, draft));
  const known = choose(same, node, outcome.term);
  if (!known) {
    if (same.length > 0 && !recipient) return;
    stateRecognition(
      draft,
      cells,
      { category, ...(giver ? { giver } : {}), ...(year ? { year } : {}) },
      recipient && { words: recipient.words, node: () => recipient.node },
      rule,
      outcome,
    );
    return;
  }
  if (known.outcome && !known.outcome.equals(outcome.term)) {
    const isPart = known.outcome.equals(award.Won) && outcome.term.equals(award.Nominated);
    if (!isPart) {
      const message = `${quoted(category.value)}: this says another outcome than the article does elsewhere; it is not in the graph.`;
      draft.report('contradiction', 'warning', message, outcome.span);
    }
    return;
  }
  draft.state(known.node, award.category, draft.words(category), category.span, rule);
  draft.state(known.node, award.outcome, outcome.term, outcome.span, rule);
  known.outcome = outcome.term;
  if (recipient && !known.recipient) {
    draft.state(known.node, award.recipient, recipient.node, recipient.words.span, rule);
    known.recipient = recipient.node;
  }
  addCeremony(draft, known, giver, year, rule);
}

function isSame(known: KnownRecognition, giver: Text | undefined, category: Text, draft: Draft): boolean {
  if (known.category !== labelKey(category.value)) return false;
  if (giver === undefined) return true;
  // At another of its ceremonies it is another.
  const { number } = readGiver(giver.value).edition ?? {};
  const isElsewhere = number !== undefined && known.edition !== undefined && number !== known.edition;
  return !isElsewhere && known.giver === bodyKey(giver.value, draft);
}

/** The one of the same recipient, else the only one that may be meant. */
function choose(
  same: readonly KnownRecognition[],
  recipient: NamedNode | null,
  outcome: NamedNode,
): KnownRecognition | undefined {
  if (recipient) {
    const own = same.find((known) => known.recipient?.equals(recipient));
    if (own) return own;
    const open = same.filter((known) => !known.recipient);
    return open.length === 1 ? open[0] : undefined;
  }
  if (same.length === 1) return same[0];
  const fitting = same.filter((known) => known.outcome?.equals(outcome));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The number and the year of the ceremony, where they were not known. */
function addCeremony(
  draft: Draft,
  known: KnownRecognition,
  giver: Text | undefined,
  year: Text | undefined,
  rule: string,
): void {
  const read = giver && readGiver(giver.value);
  if (giver && read?.edition && !known.hasEdition) {
    const { begin, end, number } = read.edition;
    draft.state(known.node, award.edition, literal(number, xsd.integer), slice(giver, begin, end).span, rule);
    known.hasEdition = true;
  }
  const said = year && yearOf(year.value, draft)?.year;
  if (year && said !== undefined && !known.hasYear) {
    draft.state(known.node, award.year, literal(said, xsd.gYear), year.span, rule);
    known.hasYear = true;
  }
}
