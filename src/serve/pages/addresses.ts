/** Which address of the server answers for an IRI, and which IRI a path stands for. */
import { canonicalSegment, isIri, pageSegment, thingOfSegment } from '../../rdf/iris.js';
import { defaultVocabularyBase } from '../../rdf/vocabulary.js';

/** A thing, and the document about it: both are asked for by the same title. */
export interface Subject {
  readonly thing: string;
  readonly page: string;
  /** The last segment of both, as it stands in IRIs. */
  readonly segment: string;
}

export interface SubjectPath {
  readonly subject: Subject;
  /** What stands behind the title: nothing, `/source`, `/graph` … */
  readonly view: string;
}

export class Addresses {
  private readonly origin: string;

  /** @param base as of `Site` */
  constructor(readonly base: string) {
    this.origin = /^[^:]+:\/\/[^/]*/.exec(base)?.[0] ?? '';
  }

  /**
   * A thing's or page's path, such as `/page/Salt_Wind/source`; null where it is another one.
   *
   * @param path as it was sent, with its percent signs
   */
  subjectOf(path: string): SubjectPath | null {
    const root = new URL(this.base).pathname;
    if (!path.startsWith(root)) return null;
    const [, kind = '', title, view = ''] =
      /^(resource|page|category)\/([^/]+)(\/[a-z.]+)?$/.exec(path.slice(root.length)) ?? [];
    const segment = title === undefined ? null : canonicalSegment(title);
    return segment === null ? null : { subject: this.subject(pageSegment(kind, segment)), view };
  }

  /** The thing that an IRI names, or is a part or the page of; null where it lies elsewhere. */
  subjectOfIri(iri: string): Subject | null {
    if (!iri.startsWith(this.base)) return null;
    const [, kind = '', segment] =
      /^(resource|page|category)\/([^/?#]+)(?:#|$)/.exec(iri.slice(this.base.length)) ?? [];
    return segment === undefined ? null : this.subject(pageSegment(kind, segment));
  }

  /**
   * Where a link to an IRI leads: to this server for what lies under its base and for our own terms, out for what the web
   * has, and nowhere (null) for all else, such as `javascript:`.
   */
  href(iri: string): string | null {
    if (!isIri(iri)) return null;
    if (iri.startsWith(this.base)) {
      const path = iri.slice(this.origin.length);
      // Two slashes would begin the name of another host.
      return path.startsWith('//') ? null : path;
    }
    if (iri.startsWith(defaultVocabularyBase)) return vocabularyHref(iri.slice(defaultVocabularyBase.length));
    return /^(?:https?:\/\/|mailto:)/i.test(iri) ? iri : null;
  }

  isOwn(iri: string): boolean {
    return iri.startsWith(this.base);
  }

  /** Where a view of a thing is. */
  view({ page }: Subject, view: '' | '/source' | '/graph' | '/graph.json'): string {
    return page.slice(this.origin.length) + view;
  }

  private subject(segment: string): Subject {
    return { thing: thingOfSegment(this.base, segment), page: `${this.base}page/${segment}`, segment };
  }
}

/** `film#budget` → `/vocab/film#budget`; raw fields are in no vocabulary. */
function vocabularyHref(rest: string): string | null {
  const [, name, term = ''] = /^([a-z]+)(#.*)?$/.exec(rest) ?? [];
  if (name === undefined || name === 'raw') return null;
  return name === 'shapes' ? `/shapes${term}` : `/vocab/${name}${term}`;
}

/** The last part of an IRI as words. */
export function wordsOfIri(iri: string): string {
  const [, last = iri] = /[/#]([^/#]+)\/?$/.exec(iri) ?? [];
  return (decode(last) ?? last).replaceAll('_', ' ');
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
