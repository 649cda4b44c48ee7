// @ts-check
/**
 * What one would put together today from well-known packages to get validated N-Quads of a wiki's pages:
 * wtf_wikipedia reads, a mapping written by hand makes JSON-LD, jsonld makes quads, rdf-validate-shacl checks them
 * against this project's shapes, and n3 writes them.
 *
 * It is written to be as fast as these packages allow: one validator and one context for all pages, data in indexed
 * stores, no text between the steps. It states a comparable part of what the project states: infobox fields with what
 * they link to, sections with their text, categories, and what links lead to; nothing of tables, releases, money, awards or
 * casts, and no spans.
 */
import jsonld from 'jsonld';
import { Parser, Store, Writer } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import wtf from 'wtf_wikipedia';

const base = 'https://example.org/';

const context = {
  schema: 'https://schema.org/',
  film: 'https://w3id.org/article2rdf/film#',
  article: 'https://w3id.org/article2rdf/article#',
  raw: 'https://w3id.org/article2rdf/raw#',
  name: { '@id': 'schema:name', '@language': 'en' },
  headline: { '@id': 'schema:headline', '@language': 'en' },
  text: { '@id': 'schema:text', '@language': 'en' },
  abstract: { '@id': 'schema:abstract', '@language': 'en' },
  prefLabel: { '@id': 'http://www.w3.org/2004/02/skos/core#prefLabel', '@language': 'en' },
  Concept: 'http://www.w3.org/2004/02/skos/core#Concept',
  subject: 'http://purl.org/dc/terms/subject',
  duration: { '@id': 'schema:duration', '@type': 'http://www.w3.org/2001/XMLSchema#duration' },
};

/** Fields of a film's infobox: the property, and the class of what it names. */
const filmFields = new Map([
  ['director', ['schema:director', 'schema:Person']],
  ['producer', ['schema:producer', 'schema:Person']],
  ['writer', ['film:screenwriter', 'schema:Person']],
  ['screenplay', ['film:screenwriter', 'schema:Person']],
  ['starring', ['film:starring', 'schema:Person']],
  ['music', ['schema:musicBy', 'schema:Person']],
  ['cinematography', ['film:cinematographer', 'schema:Person']],
  ['editing', ['film:editor', 'schema:Person']],
  ['studio', ['schema:productionCompany', 'schema:Organization']],
  ['distributor', ['film:distributor', 'schema:Organization']],
  ['country', ['schema:countryOfOrigin', 'schema:Country']],
]);

/**
 * @typedef {{ title: string, text: string }} Page
 * @typedef {{ nquads: string, conforms: boolean }} Composed
 */

/**
 * @param {string} shapes Turtle
 * @returns {(page: Page) => Promise<Composed>}
 */
export function openComposition(shapes) {
  const validator = openEngine(shapes);
  const writer = new Writer({ format: 'N-Quads' });
  return async (page) => {
    const quads = /** @type {import('n3').Quad[]} */ (
      /** @type {unknown} */ (await jsonld.toRDF(/** @type {object} */ (mapPage(page))))
    );
    const report = await validator.validate(/** @type {any} */ (new Store(quads)));
    return { nquads: writer.quadsToString(quads), conforms: report.conforms };
  };
}

/**
 * The engine by itself, with the shapes in an indexed store: with its own dataset, which is a list, it takes longer.
 * It is to leave nothing out: unless told, it checks a node against one shape no more than 50 times.
 *
 * @param {string} shapes Turtle
 */
export function openEngine(shapes) {
  const store = /** @type {any} */ (new Store(new Parser().parse(shapes)));
  const engine = new SHACLValidator(store, /** @type {object} */ ({ maxNodeChecks: 100_000 }));
  engine.$shapes = engine.factory.clownface({ dataset: store });
  return engine;
}

/**
 * A page as JSON-LD: the graph of the page, with the page, its subject and its sections.
 *
 * @param {Page} page
 */
export function mapPage({ title, text }) {
  const doc = wtf(text, { title });
  const pageIri = iri('page', title);
  const thingIri = iri('resource', title);
  const [lead, ...sections] = doc.sections();
  const thing = {
    '@id': thingIri,
    '@type': doc.infobox()?.type() === 'film' ? 'schema:Movie' : 'schema:Thing',
    name: title.replace(/ \([^()]*\)$/, ''),
    'schema:mainEntityOfPage': { '@id': pageIri },
    ...(lead ? { abstract: lead.text({}) } : {}),
    ...infoboxFields(doc.infoboxes()),
  };
  const page = {
    '@id': pageIri,
    '@type': 'schema:Article',
    name: title,
    headline: title,
    'schema:inLanguage': 'en',
    'schema:mainEntity': { '@id': thingIri },
    subject: doc.categories().map((/** @type {string} */ category) => ({
      '@id': iri('category', category),
      '@type': 'Concept',
      prefLabel: category,
    })),
    'schema:mentions': mentionsOf(doc),
    'schema:hasPart': sections.map(sectionMapper(pageIri)),
  };
  return { '@context': context, '@id': pageIri, '@graph': [page, thing] };
}

/**
 * The pages that links lead to, each once.
 *
 * @param {any} doc
 */
function mentionsOf(doc) {
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const link of doc.links()) {
    const name = link.page();
    if (name && !names.has(iri('resource', name))) names.set(iri('resource', name), titled(name));
  }
  return [...names].map(([id, name]) => ({ '@id': id, '@type': 'schema:Thing', name }));
}

/** @param {string} pageIri */
function sectionMapper(pageIri) {
  const taken = new Map();
  return (/** @type {any} */ section, /** @type {number} */ index) => {
    const heading = section.title() || 'Section';
    const count = (taken.get(heading) ?? 0) + 1;
    taken.set(heading, count);
    return {
      '@id': `${pageIri}#${segment(count > 1 ? `${heading}-${count}` : heading)}`,
      '@type': 'schema:WebPageElement',
      name: heading,
      'schema:position': index + 1,
      'article:level': section.depth() + 2,
      text: section.text({}),
    };
  };
}

/** @param {any[]} infoboxes */
function infoboxFields(infoboxes) {
  /** @type {Record<string, unknown>} */
  const fields = {};
  for (const infobox of infoboxes) {
    const isFilm = infobox.type() === 'film';
    for (const [key, value] of Object.entries(infobox.data)) {
      const text = value.text();
      if (text === '') continue;
      const named = isFilm ? filmFields.get(key) : undefined;
      const minutes = isFilm && key === 'runtime' ? /^(\d+) min/.exec(text) : null;
      if (minutes) fields.duration = `PT${minutes[1]}M`;
      else if (named) fields[/** @type {string} */ (named[0])] = namedThings(value, text, named[1]);
      else fields[`raw:${segment(key)}`] = text;
    }
  }
  return fields;
}

/**
 * Links where there are any, else lines.
 *
 * @param {any} value a sentence of wtf_wikipedia
 * @param {string} text
 * @param {string | undefined} type
 */
function namedThings(value, text, type) {
  /** @type {string[]} */
  const linked = value.links().flatMap((/** @type {any} */ link) => link.page() ?? []);
  const names = linked.length > 0 ? linked : text.split(/\n+/);
  return names.map((name) => ({ '@id': iri('resource', name), '@type': type, name }));
}

/** @param {'page' | 'resource' | 'category'} sort @param {string} title */
function iri(sort, title) {
  return `${base}${sort}/${segment(titled(title))}`;
}

/** @param {string} words */
function titled(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** @param {string} words */
function segment(words) {
  return encodeURIComponent(words.trim().replace(/\s+/g, '_'));
}
