/** What an export in span mode says of one article. */
import type { Quad, Term } from '@rdfjs/types';
import { entry } from '../entry.js';
import { pageOf, provenancePart } from '../rdf/iris.js';
import { nif, prov, rdf, schema } from '../rdf/vocabulary.js';
import type { TextFormat } from '../source.js';

/** A stretch of the source as the export describes it. */
export interface Place {
  readonly iri: string;
  begin?: number;
  end?: number;
  /** The words between them. */
  anchor?: string;
}

/** The source of an article as the export describes it. */
export interface DescribedSource {
  sha256?: string;
  /** In code points. */
  length?: number;
  format?: TextFormat;
}

/** Properties whose values tell things apart that have no name of their own; a place only that of entries in a list. */
const marking: ReadonlySet<string> = new Set(
  [schema.startDate, schema.value, schema.minValue, schema.characterName, schema.position].map(
    ({ value }) => value,
  ),
);

export class ExportGraph {
  readonly page: string;
  readonly places = new Map<string, Place>();
  readonly source: DescribedSource = {};
  /** Statements that are said to have been read somewhere. */
  readonly placed: Quad[] = [];
  /** Statements that are in the graph of the page. */
  readonly unplaced: Quad[] = [];
  private readonly names = new Map<string, Set<string>>();
  private readonly types = new Map<string, Set<string>>();
  private readonly marks = new Map<string, Quad[]>();
  /** Things that are the same, as a wiki redirects their titles: no words of the article show that. */
  private readonly same = new Map<string, string[]>();
  /** What the article is about. */
  private readonly subjects = new Set<string>();

  /** @param quads those of one article, in all its graphs */
  constructor(quads: readonly Quad[]) {
    this.page = pageOf(quads[0]?.graph.value ?? '');
    const ofPage: Quad[] = [];
    for (const quad of quads) {
      const { subject, predicate, object, graph } = quad;
      if (predicate.value === schema.name.value || predicate.value === schema.alternateName.value)
        entry(this.names, subject.value, emptySet).add(object.value);
      if (marking.has(predicate.value)) entry(this.marks, subject.value, () => []).push(quad);
      if (predicate.value === rdf.type.value) entry(this.types, subject.value, emptySet).add(object.value);
      if (predicate.value === schema.mainEntity.value) this.subjects.add(object.value);
      (graph.value === this.page ? ofPage : this.placed).push(quad);
    }
    const acting = ofPage.filter(({ predicate }) => predicate.value === prov.wasAssociatedWith.value);
    const agents = new Set(acting.map(({ object }) => object.value));
    for (const quad of ofPage) if (!this.describe(quad, agents)) this.unplaced.push(quad);
    for (const { subject, predicate, object } of this.unplaced)
      if (predicate.value === schema.sameAs.value && folderOf(object.value) === folderOf(subject.value))
        entry(this.same, subject.value, () => []).push(object.value);
  }

  /** IRIs of the things of which it says, as a redirect does, that they are the same as a node. */
  sameAs({ value }: Term): readonly string[] {
    return this.same.get(value) ?? [];
  }

  namesOf({ value }: Term): readonly string[] {
    return [...(this.names.get(value) ?? [])];
  }

  isSubjectName(name: string): boolean {
    for (const subject of this.subjects) if (this.names.get(subject)?.has(name)) return true;
    return false;
  }

  /** What tells one release, amount, performance or entry from another: dates, numbers, the character, the place. */
  marksOf(node: Term): readonly Quad[] {
    const marks = this.marks.get(node.value) ?? [];
    const isEntry = this.isA(node, schema.ListItem);
    return isEntry ? marks : marks.filter(({ predicate }) => predicate.value !== schema.position.value);
  }

  isA({ value }: Term, type: Term): boolean {
    return this.types.get(value)?.has(type.value) ?? false;
  }

  /** Whether a node is the article, or what it is about: of these it speaks throughout. */
  isSubjectMatter({ value }: Term): boolean {
    return value === this.page || this.subjects.has(value);
  }

  /** Takes what a quad says of where others were read; false where it says something else. */
  private describe({ subject, predicate, object }: Quad, agents: ReadonlySet<string>): boolean {
    const { value } = subject;
    const part = provenancePart(value);
    if (part === 'source') this.describeSource(predicate, object.value);
    else if (part === 'span') this.describePlace(value, predicate, object.value);
    else if (value === this.page)
      return provenancePart(object.value) === 'source' || predicate.value === prov.wasGeneratedBy.value;
    else return part === 'conversion' || agents.has(value);
    return true;
  }

  private describeSource(predicate: Term, value: string): void {
    if (predicate.value === schema.sha256.value) this.source.sha256 = value;
    if (predicate.value === nif.endIndex.value) this.source.length = Number(value);
    if (predicate.value === schema.encodingFormat.value)
      this.source.format = value === 'text/plain' ? 'plain' : 'wikitext';
  }

  private describePlace(iri: string, predicate: Term, value: string): void {
    const place = this.places.get(iri) ?? { iri };
    this.places.set(iri, place);
    if (predicate.value === nif.beginIndex.value) place.begin = Number(value);
    if (predicate.value === nif.endIndex.value) place.end = Number(value);
    if (predicate.value === nif.anchorOf.value) place.anchor = value;
  }
}

const emptySet = (): Set<string> => new Set();

function folderOf(iri: string): string {
  return iri.slice(0, iri.lastIndexOf('/') + 1);
}
