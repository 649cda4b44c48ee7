/** IRIs that other data sets give to what a page is about. */
import { isRfc3987 } from '../rdf/iri-syntax.js';
import type { TitlesSite } from '../titles.js';

/** https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format#Prefixes_used */
export function wikidataIri(item: number): string {
  return `http://www.wikidata.org/entity/Q${item}`;
}

/**
 * DBpedia's IRI of a page of a Wikipedia; that of the English one has no language. It holds the title as it is, but for the
 * characters that no IRI may hold (WikiUtil.wikiEncode in DBpedia's extraction framework). Null where no IRI has such a
 * title, and for other wikis.
 */
export function dbpediaIri(key: string, { wiki = '' }: TitlesSite): string | null {
  const language = /^([a-z][a-z-]{1,20})\.wikipedia\.org$/.exec(wiki)?.[1];
  if (language === undefined) return null;
  const host = language === 'en' ? 'dbpedia.org' : `${language}.dbpedia.org`;
  const title = key.replace(
    /["#%<>?[\\\]^`{|}]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const iri = `http://${host}/resource/${title}`;
  return isRfc3987(iri) ? iri : null;
}
