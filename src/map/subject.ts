/** What the article is about: its class, its name, and other names that the infobox heads it with. */
import { rdf, schema } from '../rdf/vocabulary.js';
import type { Verdict } from './classify.js';
import type { Draft } from './draft.js';
import { labelKey } from './label-key.js';

export const emits = {
  classes: [schema.Thing],
  properties: [schema.name, schema.alternateName],
};

export function mapSubject(draft: Draft, verdict: Verdict): void {
  const { article, thing, name } = draft;
  const title = draft.titleSpan;
  const called = draft.spanOfName(name);
  draft.state(thing, rdf.type, verdict.kind?.class ?? schema.Thing, called, 'article/kind');
  draft.state(thing, schema.name, draft.inLanguage(name), called, 'article/title');
  if (!verdict.kind) {
    const message =
      'No mapping knows this kind of article: it becomes a schema:Thing, its fields are kept under raw:.';
    draft.report('unknown-kind', 'info', message, title);
  }
  const boxTitle = article.infoboxes[0]?.title;
  if (boxTitle && ![name, article.name].some((known) => labelKey(known) === labelKey(boxTitle.value))) {
    draft.state(thing, schema.alternateName, draft.words(boxTitle), boxTitle.span, 'article/infobox-title');
  }
}
