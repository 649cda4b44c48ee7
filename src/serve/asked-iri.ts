/** Which thing or document a path asks for: IRIs under the base are answered path for path. */
import { canonicalSegment, pageSegment } from '../rdf/iris.js';

export interface Asked {
  readonly kind: 'resource' | 'page';
  /** The IRI's last part, as it stands in the data. */
  readonly title: string;
}

/**
 * @param path as it was sent, with its percent signs
 * @returns null where it is neither; `malformed` where its percent signs are no UTF-8
 */
export function askedIri(base: string, path: string): Asked | 'malformed' | null {
  const root = new URL(base).pathname;
  if (!path.startsWith(root)) return null;
  const [, kind, rest] = /^(resource|page|category)\/(.+)$/s.exec(path.slice(root.length)) ?? [];
  if (kind === undefined || rest === undefined) return null;
  const segments = rest.split('/').map(canonicalSegment);
  if (segments.includes(null)) return 'malformed';
  const title = pageSegment(kind, segments.join('/'));
  // A category is a thing whose page has another title.
  return { kind: kind === 'page' ? 'page' : 'resource', title };
}

/** The path, as a URL has it, at which this server answers for an IRI under the base. */
export function pathOf(base: string, { kind, title }: Asked): string {
  return `${new URL(base).pathname}${kind}/${asUrl(title)}`;
}

/** Percent signs stay; what is no ASCII becomes percent-encoded UTF-8. */
function asUrl(text: string): string {
  return text.replace(/[^\u0021-\u007e]+/gu, encodeURIComponent);
}
