/** Pages of the wiki's sisters in other languages about the same (https://www.mediawiki.org/wiki/Help:Links#Interlanguage_links). */
import { isRfc3987 } from '../rdf/iri-syntax.js';
import { namedNode } from '../rdf/terms.js';
import { schema } from '../rdf/vocabulary.js';
import { pageUrl } from '../source/page-url.js';
import type { Draft } from './draft.js';

export const emits = { classes: [], properties: [schema.sameAs] };

/** The sisters' addresses differ in the language that the host begins with; of another wiki nobody knows them. */
export function mapTranslations(draft: Draft): void {
  const { article, options, thing } = draft;
  const [, scheme = '', family = ''] =
    /^(https?:\/\/)[a-z-]{2,12}(\.(?:m\.)?wiki[a-z]+\.org\/wiki\/)$/.exec(options.pageBase ?? '') ?? [];
  for (const { wiki, title } of article.translations ?? []) {
    const address = pageUrl(`${scheme}${wiki}${family}`, title.value);
    if (family !== '' && /^[a-z-]{2,12}$/.test(wiki) && isRfc3987(address))
      draft.state(thing, schema.sameAs, namedNode(address), title.span, 'article/translation');
    else {
      const message = `Where "${wiki}:${title.value.slice(0, 100)}" leads depends on the wiki of the article, which is not known; give its address with --url.`;
      draft.report('unread-link', 'info', message, title.span);
    }
  }
}
