/** What the article is about: its class, its name, and other names that the infobox heads it with. */
import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../article.js';
import { rdf, schema } from '../rdf/vocabulary.js';
import { classByWords } from './class-by-words.js';
import type { Verdict } from './classify.js';
import type { Kind } from './compile-mappings.js';
import type { Draft } from './draft.js';
import { boxesOfSubject } from './infobox.js';
import { whyNoName } from './no-name.js';

export const emits = {
  classes: [schema.Thing],
  properties: [schema.name, schema.alternateName],
};

export function mapSubject(draft: Draft, verdict: Verdict): void {
  const { article, thing, name } = draft;
  const title = draft.titleSpan;
  const called = draft.spanOfName(name);
  const narrower =
    verdict.kind &&
    (classByWords(boxesOfSubject(draft), verdict.kind) ?? classByTopic(verdict, verdict.kind));
  if (narrower) draft.state(thing, rdf.type, narrower.class, called, narrower.rule);
  else draft.state(thing, rdf.type, verdict.kind?.class ?? schema.Thing, called, 'article/kind');
  draft.state(thing, schema.name, draft.inLanguage(name), called, 'article/title');
  if (!verdict.kind) {
    const message =
      'No mapping knows this kind of article: it becomes a schema:Thing, its fields are kept under raw:.';
    draft.report('unknown-kind', 'info', message, title);
  }
  const boxTitle = article.infoboxes[0]?.title;
  if (boxTitle) mapBoxTitle(draft, boxTitle);
}

/** The class that the first sentence says, where the field that decides is absent. */
function classByTopic(
  { said, topic: known }: Verdict,
  { name, classBy }: Kind,
): { readonly class: NamedNode; readonly rule: string } | null {
  // Where the sentence is silent, the infobox or the title may say it.
  const topic = (said ?? known)?.line.find((one) => classBy?.topics.has(one));
  const type = topic === undefined ? undefined : classBy?.topics.get(topic);
  return type ? { class: type, rule: `${name}/classBy/${topic}` } : null;
}

/** Words of a name, whatever their case and signs. */
function nameKey(name: string): string {
  return (
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [name]
  ).join(' ');
}

/** What the infobox is headed with: the name again, whatever its case and signs, or another; "TBA" is none. */
function mapBoxTitle(draft: Draft, title: Text): void {
  const { article, thing, page, name } = draft;
  const rule = 'article/infobox-title';
  const isCalled = (known: string): boolean => nameKey(known) === nameKey(title.value);
  if (isCalled(name)) draft.state(thing, schema.name, draft.inLanguage(name), title.span, rule);
  else if (isCalled(article.name))
    draft.state(page, schema.name, draft.inLanguage(article.name), title.span, rule);
  else if (isNoName(draft, title)) keepNoName(draft, title, rule);
  else draft.state(thing, schema.alternateName, draft.words(title), title.span, rule);
}

/** Whether words that are not what the subject is called anyway name nothing. A number may well be a title. */
function isNoName({ mappings }: Draft, title: Text): boolean {
  return !/^\d+$/.test(title.value) && whyNoName(title, mappings.tables) !== null;
}

function keepNoName(draft: Draft, title: Text, rule: string): void {
  const unread = { begin: 0, end: title.value.length, reason: 'is no name' };
  draft.unreadField('name', title, unread, rule);
}
