import type { Conversion } from '../pipeline.js';
import { plural } from '../plural.js';
import type { Problem } from '../problem.js';
import { distinct } from '../rdf/graph.js';
import { printable } from '../source/printable.js';
import type { ValidationResult } from '../validate.js';

/** Files that are named one by one; of more, only their number is told. */
const mostFiles = 6;
const mostFields = 8;

/** What a run did, for a glance. */
export class Summary {
  private articles = 0;
  private notConverted = 0;
  private statements = 0;
  private validated = 0;
  private conforming = 0;
  private readonly kinds = new Map<string, number>();
  private readonly files: string[] = [];
  private readonly unmapped = new Map<string, number>();
  private readonly templates = new Map<string, number>();
  private readonly severities = { error: 0, warning: 0, info: 0 };
  private readonly results: ValidationResult[] = [];
  private readonly problems: Problem[] = [];

  add({ kind, statements, report }: Conversion): void {
    this.articles++;
    this.statements += distinct(statements).length;
    count(this.kinds, kind ?? 'of no known kind');
    if (!report) return;
    this.validated++;
    if (report.conforms) this.conforming++;
    this.results.push(...report.results);
  }

  /** An input, or an article of one, of which nothing was written; a problem tells why. */
  addNotConverted(): void {
    this.notConverted++;
  }

  addFile(path: string): void {
    this.files.push(path);
  }

  addProblem(problem: Problem): void {
    this.severities[problem.severity]++;
    if (problem.severity !== 'info') this.problems.push(problem);
    if (problem.code === 'unmapped-field') count(this.unmapped, problem.about ?? '');
    if (problem.code === 'unknown-template') count(this.templates, problem.about ?? '', problem.count);
  }

  reportContent(): { results: readonly ValidationResult[]; problems: readonly Problem[] } {
    return { results: this.results, problems: this.problems };
  }

  record(): object {
    return {
      type: 'summary',
      articles: this.articles,
      notConverted: this.notConverted,
      kinds: Object.fromEntries(this.kinds),
      statements: this.statements,
      validated: this.validated,
      conforming: this.conforming,
      unmappedFields: Object.fromEntries(this.unmapped),
      unknownTemplates: Object.fromEntries(this.templates),
      files: this.files,
      problems: this.severities,
    };
  }

  lines(): string[] {
    const { error, warning } = this.severities;
    const conformity = this.validated === 0 ? 'not validated' : this.conformity();
    if (this.articles === 0) return ['nothing was converted'];
    const lines = [
      `${plural(this.articles, 'article')} (${this.kindList()}), ${plural(this.statements, 'statement')}, ${conformity}`,
    ];
    const n = this.notConverted;
    if (n > 0) lines.push(`${plural(n, 'input')} ${n === 1 ? 'was' : 'were'} not converted`);
    lines.push(...unknownLines([...this.unmapped], [...this.templates]));
    if (error + warning > 0) lines.push(`${plural(error, 'error')}, ${plural(warning, 'warning')} above`);
    if (this.files.length > 0) lines.push(`wrote ${shortList(this.files, mostFiles, 'files')}`);
    return lines.map(printable);
  }

  private kindList(): string {
    return (
      [...this.kinds].map(([kind, n]) => (this.kinds.size > 1 ? `${n} ${kind}` : kind)).join(', ') || 'none'
    );
  }

  private conformity(): string {
    if (this.validated === 1)
      return this.conforming === 1 ? 'conforms to its shapes' : 'does not conform to its shapes';
    if (this.conforming === this.validated) return 'all conform to their shapes';
    return `${this.conforming} of ${this.validated} conform to their shapes`;
  }
}

type NamedCounts = readonly (readonly [name: string, count: number])[];

/** Which fields no mapping claims, and of which templates nothing is known. */
export function unknownLines(fields: NamedCounts, templates: NamedCounts): string[] {
  const list = (counts: NamedCounts, noun: string): string =>
    shortList(
      counts.map(([name, n]) => (n > 1 ? `${name} (${n})` : name)),
      mostFields,
      noun,
    );
  const lines = [`fields not mapped: ${list(fields, 'fields') || 'none'}`];
  if (templates.length > 0) lines.push(`templates not known: ${list(templates, 'templates')}`);
  return lines;
}

function count(map: Map<string, number>, key: string, n = 1): void {
  map.set(key, (map.get(key) ?? 0) + n);
}

export function shortList(items: readonly string[], most: number, noun: string): string {
  if (items.length <= most) return items.join(', ');
  return `${items.slice(0, most - 1).join(', ')} and ${items.length - most + 1} more ${noun}`;
}
