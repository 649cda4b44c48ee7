/** One recognition: who gives it, for what, when, to whom, with which outcome. */
import type { NamedNode } from '@rdfjs/types';
import type { Span, Text } from '../article.js';
import { linkOf, linkSpanOf, slice } from '../article.js';
import { literal } from '../rdf/terms.js';
import { award, rdf, schema, xsd } from '../rdf/vocabulary.js';
import { bodyKey, bodyOf } from './award-bodies.js';
import type { AwardCells, CeremonyYear, ColumnRole, GiverName } from './award-cells.js';
import { readGiver, yearOf } from './award-cells.js';
import type { Draft } from './draft.js';
import { labelKey } from './label-key.js';
import type { Topic } from './topic-memory.js';
import { dateLiteral } from './value/release.js';

export type Cells = Partial<Record<ColumnRole, Text>>;

export interface Recipient {
  readonly words: Text;
  /** Describes the recipient and gives its IRI. */
  readonly node: () => NamedNode;
}

/** A recognition that is stated; keys are label keys. */
export interface KnownRecognition {
  readonly node: NamedNode;
  /** Without number and year; empty where none is named. */
  readonly giver: string;
  readonly category: string;
  recipient?: NamedNode;
  outcome?: NamedNode;
  readonly year?: string;
  readonly edition?: string;
  hasEdition: boolean;
  hasYear: boolean;
}

/** The recognitions that are stated. */
export const statedRecognitions: Topic<KnownRecognition[]> = { begin: () => [] };

/** How it came out, and the words that say so. */
export interface Outcome {
  readonly term: NamedNode;
  readonly span: Span;
}

/**
 * @param cells those of the row, merged ones included
 * @param outcome where something else than a cell says it
 */
export function stateRecognition(
  draft: Draft,
  awardCells: AwardCells,
  cells: Cells & { readonly category: Text },
  recipient: Recipient | null,
  rule: string,
  outcome?: Outcome,
): void {
  const { giver, category, year, result } = cells;
  const body = giver && readBody(giver);
  const ceremony = (year && yearOf(year.value, draft)) ?? undefined;
  const number = editionOf(body, year, ceremony);
  const yearStated = yearStatedBy(body, year, ceremony);
  const node = draft.part(
    'award',
    body?.name.value ?? '',
    yearStated?.value ?? '',
    category.value,
    beside(cells, recipient, awardCells),
  );

  draft.state(node, rdf.type, award.Recognition, category.span, rule);
  draft.state(node, schema.name, draft.words(category), category.span, rule);
  stateWork(draft, awardCells, cells, node, rule);
  if (body) draft.state(node, award.body, bodyOf(body.name, body.title, draft, rule), body.name.span, rule);
  if (number) draft.state(node, award.edition, literal(number.value, xsd.integer), number.span, rule);
  if (yearStated) {
    draft.state(node, award.year, literal(yearStated.value, xsd.gYear), yearStated.span, rule);
  }
  if (year && ceremony?.day) {
    draft.state(node, award.ceremonyDate, dateLiteral(ceremony.day), year.span, rule);
  }
  draft.state(node, award.category, draft.words(category), category.span, rule);
  const receiver = recipient?.node();
  if (recipient && receiver) draft.state(node, award.recipient, receiver, recipient.words.span, rule);
  const came = outcome ?? outcomeIn(result, awardCells);
  if (came) draft.state(node, award.outcome, came.term, came.span, rule);
  else if (result) draft.state(node, award.result, draft.words(result), result.span, rule);
  draft.recall(statedRecognitions).push({
    node,
    giver: body ? bodyKey(body.name.value, draft) : '',
    category: labelKey(category.value),
    ...(yearStated ? { year: yearStated.value } : {}),
    hasEdition: number !== undefined,
    ...(number ? { edition: number.value } : {}),
    hasYear: yearStated !== undefined,
    ...(receiver ? { recipient: receiver } : {}),
    ...(came ? { outcome: came.term } : {}),
  });
}

/** What tells a recognition from others of one category, where it is not the subject: whose it is, or for which work. */
function beside(cells: Cells, recipient: Recipient | null, awardCells: AwardCells): string {
  if (awardCells.subject === 'recipient') return cells.work?.value ?? '';
  return recipient && !awardCells.isSubject(recipient.words.value) ? recipient.words.value : '';
}

/** The work that is recognised: the subject, or, where the subject receives awards, the one that is named. */
function stateWork(
  draft: Draft,
  { subject }: AwardCells,
  { category, work }: Cells & { readonly category: Text },
  node: NamedNode,
  rule: string,
): void {
  if (subject === 'work') draft.state(node, award.work, draft.thing, category.span, rule);
  else if (work) {
    draft.state(node, award.work, draft.named(work, schema.CreativeWork, rule), work.span, rule);
  }
}

function outcomeIn(result: Text | undefined, cells: AwardCells): Outcome | undefined {
  const term = result && cells.outcome(result.value);
  return result && term && { term, span: result.span };
}

/** What gives an award. */
interface Body {
  readonly giver: Text;
  readonly name: Text;
  readonly read: GiverName;
  /** The words that are the link, where there is one. */
  readonly linkText: Text;
  /** What a link to the page of one ceremony says. */
  readonly linked?: GiverName;
  /** Title of the giver's own page, where the link leads to that of one ceremony. */
  readonly title?: string;
}

/** "[[53rd Academy Awards|Academy Awards]]" are the Academy Awards, and the 53rd of them. */
function readBody(giver: Text): Body {
  const read = readGiver(giver.value);
  const name = withoutArticle(slice(giver, read.name.begin, read.name.end));
  const linkText = linkOf(giver) ? giver : name;
  const target = linkOf(linkText)?.target;
  if (target === undefined || target.includes('#')) return { giver, name, read, linkText };
  const linked = readGiver(target);
  if (!linked.edition && !linked.year) return { giver, name, read, linkText };
  return { giver, name, read, linkText, linked, title: target.slice(linked.name.begin, linked.name.end) };
}

/** "The [[Guild Prize]]" is what the link leads to. */
function withoutArticle(name: Text): Text {
  const [article = ''] = /^the\s+/i.exec(name.value) ?? [];
  const rest = slice(name, article.length, name.value.length);
  return article !== '' && linkOf(rest) ? rest : name;
}

/** A number or year, and where it is said. */
interface Stated {
  readonly value: string;
  readonly span: Span;
}

/** Words of the cells come before those of links. */
function editionOf(
  body: Body | undefined,
  year: Text | undefined,
  ceremony: CeremonyYear | undefined,
): Stated | undefined {
  const { edition } = body?.read ?? {};
  if (body && edition) {
    return { value: edition.number, span: slice(body.giver, edition.begin, edition.end).span };
  }
  if (year && ceremony?.edition !== undefined) return { value: ceremony.edition, span: year.span };
  if (body && year) {
    const number = editionOfYear(body, year);
    if (number !== undefined) return { value: number, span: linkSpanOf(year) };
  }
  return body?.linked?.edition && { value: body.linked.edition.number, span: linkSpanOf(body.linkText) };
}

/** "[[53rd Academy Awards|31 March 1981]]" beside the Academy Awards is the day of the 53rd. */
function editionOfYear({ name }: Body, year: Text): string | undefined {
  const target = linkOf(year)?.target ?? '';
  const ceremony = readGiver(target);
  const isSame = labelKey(target.slice(ceremony.name.begin, ceremony.name.end)) === labelKey(name.value);
  return isSame ? ceremony.edition?.number : undefined;
}

function yearStatedBy(
  body: Body | undefined,
  year: Text | undefined,
  ceremony: CeremonyYear | undefined,
): Stated | undefined {
  if (year && ceremony) return { value: ceremony.year, span: year.span };
  const read = body?.read.year;
  if (body && read) return { value: read.year, span: slice(body.giver, read.begin, read.end).span };
  return body?.linked?.year && { value: body.linked.year.year, span: linkSpanOf(body.linkText) };
}
