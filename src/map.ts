import type { Article } from './article.js';
import { mapCategories } from './map/categories.js';
import { mapCitations } from './map/citations.js';
import { classify } from './map/classify.js';
import type { Mappings } from './map/compile-mappings.js';
import { mapPageCoordinates } from './map/coordinates.js';
import { mapDocument } from './map/document.js';
import type { MapOptions } from './map/draft.js';
import { Draft } from './map/draft.js';
import { withEvidence } from './map/evidence.js';
import { mapExternalLinks } from './map/external-links.js';
import { mapFirstDate } from './map/first-date.js';
import { holdBounds } from './map/hold-bounds.js';
import { mapIdentifiers } from './map/identifiers.js';
import { mapInfoboxes } from './map/infobox.js';
import { mapKnownElsewhere } from './map/known-elsewhere.js';
import { mapAbstract, mapLead } from './map/lead.js';
import { mapLife } from './map/life.js';
import { mapMentions } from './map/mentions.js';
import { mapPlots } from './map/plot.js';
import { mapProse } from './map/prose.js';
import { mapSections } from './map/sections.js';
import { reportSimilarNames } from './map/similar-names.js';
import { mapSubject } from './map/subject.js';
import { mapTranslations } from './map/translations.js';
import { withdrawNoNames } from './map/withdraw.js';
import type { Problem } from './problem.js';
import type { Statement } from './statement.js';

export type { MapOptions } from './map/draft.js';
export { mostStatements } from './map/graph-builder.js';

export interface Mapped {
  /** In the order of the article: the subject first, then what it names, the document last. */
  readonly statements: readonly Statement[];
  readonly problems: readonly Problem[];
  /** The kind of article, such as `film`; null where no mapping knows it. */
  readonly kind: string | null;
}

/** Longest title, in UTF-16 units, that an IRI is made of. */
const longestTitle = 1000;

/**
 * Turns an article into statements. Pure: the same article, mappings and options give the same statements in the
 * same order. An article without a title, of which no IRI can be made, gives none.
 */
export function mapArticle(article: Article, mappings: Mappings, options: MapOptions): Mapped {
  if (article.name === '' || article.name.length > longestTitle) {
    const message =
      article.name === ''
        ? 'Nothing can be said about an article without a title; nothing was converted.'
        : `The title has ${article.name.length} characters, more than ${longestTitle}; nothing was converted.`;
    const place = { source: options.sourceName };
    return {
      statements: [],
      problems: [{ code: 'no-subject', severity: 'error', message, place }],
      kind: null,
    };
  }
  const verdict = classify(article, mappings);
  const draft = new Draft(article, verdict.kind, mappings, options);
  mapSubject(draft, verdict);
  mapLead(draft, verdict);
  mapInfoboxes(draft);
  mapLife(draft, verdict);
  mapAbstract(draft);
  mapProse(draft, mapSections(draft));
  mapPlots(draft);
  mapExternalLinks(draft);
  mapIdentifiers(draft);
  withdrawNoNames(draft);
  holdBounds(draft);
  mapFirstDate(draft, verdict);
  reportSimilarNames(draft);
  mapPageCoordinates(draft);
  mapDocument(draft);
  mapKnownElsewhere(draft);
  mapCategories(draft);
  mapTranslations(draft);
  mapMentions(draft);
  const statements = options.citations ? withEvidence(draft, mapCitations(draft)) : draft.statements;
  return { statements, problems: draft.problems, kind: verdict.kind?.name ?? null };
}
