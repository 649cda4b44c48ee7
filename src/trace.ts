/**
 * Holds an export in span mode against the words behind it: every statement that is said to have been read at a place must
 * be shown by what stands there.
 */
import { createHash } from 'node:crypto';
import type { Quad } from '@rdfjs/types';
import { sourceIri, spanIri } from './rdf/iris.js';
import { namedNode } from './rdf/terms.js';
import { CodePointText } from './source/code-points.js';
import type { ExportGraph, Place } from './trace/export-graph.js';
import type { KnownWords } from './trace/shows.js';
import { ShownWords } from './trace/shows.js';

export type { KnownWords } from './trace/shows.js';
export type { TagRole } from './trace/token.js';

/** A statement that is not shown, or a place that is not what it is said to be. */
export interface TraceFailure {
  /** IRI of the place. */
  readonly place: string;
  /** The words there, as the export has them. */
  readonly anchor: string;
  /** Null where the place itself is at fault. */
  readonly quad: Quad | null;
  /** Why, as a sentence. */
  readonly reason: string;
}

export interface Traced {
  /** IRI of the page. */
  readonly page: string;
  /** How many statements are said to have been read at a place. */
  readonly placed: number;
  readonly shown: number;
  /** Statements without a place. */
  readonly unplaced: readonly Quad[];
  readonly failures: readonly TraceFailure[];
}

/**
 * Checks the export of one article.
 *
 * @param source the text that its statements were read from, where that is to be held against the anchors
 */
export function traceArticle(graph: ExportGraph, known: KnownWords, source?: string): Traced {
  const text = source === undefined ? undefined : new CodePointText(source);
  const faults = [...sourceFailures(graph, text), ...placeFailures(graph, text)];
  const faulty = new Set(faults.map(({ place }) => place));
  const wordsAt = readPlaces(graph, known);
  const unshown = graph.placed.flatMap((quad): TraceFailure[] => {
    const place = quad.graph.value;
    const words = wordsAt(place);
    if (words?.show(quad) && !faulty.has(place)) return [];
    const reason = words ? 'These words do not show it.' : 'Nothing says which words stand there.';
    return [{ place, anchor: graph.places.get(place)?.anchor ?? '', quad, reason }];
  });
  const { page, unplaced, placed } = graph;
  const shown = placed.length - unshown.length;
  return { page, placed: placed.length, shown, unplaced, failures: [...faults, ...unshown] };
}

/** The words at a place, read at the first statement that was read there; null where the export does not give them. */
function readPlaces(graph: ExportGraph, known: KnownWords): (place: string) => ShownWords | null {
  const read = new Map<string, ShownWords>();
  return (place) => {
    const { anchor } = graph.places.get(place) ?? {};
    if (anchor === undefined) return null;
    const words = read.get(place) ?? new ShownWords(anchor, graph.source.format ?? 'wikitext', graph, known);
    read.set(place, words);
    return words;
  };
}

function* placeFailures(graph: ExportGraph, text: CodePointText | undefined): Generator<TraceFailure> {
  for (const place of graph.places.values()) {
    const reason = placeFault(place, graph, text);
    if (reason !== null) yield { place: place.iri, anchor: place.anchor ?? '', quad: null, reason };
  }
}

function* sourceFailures(graph: ExportGraph, source: CodePointText | undefined): Generator<TraceFailure> {
  if (!source) return;
  const place = sourceIri(namedNode(graph.page)).value;
  const { sha256, length } = graph.source;
  const failure = (reason: string): TraceFailure => ({ place, anchor: '', quad: null, reason });
  if (sha256 !== createHash('sha256').update(source.text).digest('hex'))
    yield failure('The source has another SHA-256 than the export says.');
  if (length !== source.length) yield failure('The source has another length than the export says.');
}

/** What is wrong with a place itself; null where nothing is. */
function placeFault(
  { iri, begin, end, anchor }: Place,
  { page, source }: ExportGraph,
  text: CodePointText | undefined,
): string | null {
  if (begin === undefined || end === undefined || anchor === undefined)
    return 'It lacks nif:beginIndex, nif:endIndex or nif:anchorOf.';
  if (iri !== spanIri(namedNode(page), begin, end).value) return 'Its indices are not those of its IRI.';
  if (new CodePointText(anchor).length !== end - begin)
    return 'Its words are not as many characters as its indices say.';
  if (source.length !== undefined && end > source.length) return 'It ends behind the end of the source.';
  if (text && text.slice(begin, end) !== anchor) return 'The source has other words there.';
  return null;
}
