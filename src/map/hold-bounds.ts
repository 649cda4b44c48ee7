/**
 * What a mapping says that is right holds of the graph: a value that breaks it is withdrawn, kept as it stands and reported.
 * Where several values cannot all be right, none is surely so, and none is stated.
 */
import type { NamedNode, Term } from '@rdfjs/types';
import type { Field, Text } from '../article.js';
import { entry, grouped } from '../entry.js';
import { article, schema } from '../rdf/vocabulary.js';
import type { Statement } from '../statement.js';
import type { Bounds } from './bounds.js';
import type { Bounded } from './claims.js';
import type { Draft } from './draft.js';

export function holdBounds(draft: Draft): void {
  const stated = statedOf(draft);
  if (stated.length === 0) return;
  const graph = new Values(draft);
  const wrong = new Map<Statement, string>();
  for (const { statement, bounds } of stated) {
    const why = whyOutside(graph.literals(statement.object), bounds);
    if (why !== null) wrong.set(statement, why);
  }
  const left = stated.filter(({ statement }) => !wrong.has(statement));
  for (const [statement, why] of [...tooMany(left), ...outOfOrder(left)]) wrong.set(statement, why);
  if (wrong.size > 0) withdraw(draft, graph, wrong);
}

/** The statements of fields of kinds that bound any. */
function statedOf({ mappings, statements }: Draft): Stated[] {
  const byRule = new Map<string, Bounded | null>();
  const stated: Stated[] = [];
  for (const statement of statements) {
    const { rule, predicate } = statement;
    const bounded = entry(byRule, rule, () => {
      const kind = mappings.kindNamed.get(rule.slice(0, Math.max(0, rule.indexOf('/'))));
      return kind?.claims.bounded.get(rule) ?? null;
    });
    if (bounded?.mapping.property.equals(predicate)) stated.push({ statement, ...bounded });
  }
  return stated;
}

/** What objects of statements hold. */
class Values {
  /** Made when a part is looked into. */
  private bySubject: ReadonlyMap<string, readonly Statement[]> | null = null;

  constructor(private readonly draft: Draft) {}

  isPart(node: Term): node is NamedNode {
    return node.termType === 'NamedNode' && node.value.startsWith(`${this.draft.thing.value}#`);
  }

  of(node: Term): readonly Statement[] {
    this.bySubject ??= grouped(this.draft.statements, ({ subject }) => subject.value);
    return this.bySubject.get(node.value) ?? [];
  }

  /** A literal itself, or the number or code that a part holds. */
  literals(object: Term): readonly string[] {
    if (object.termType === 'Literal') return [object.value];
    if (!this.isPart(object)) return [];
    const holding = [schema.value, schema.minValue, schema.maxValue];
    return this.of(object).flatMap(({ predicate, object: value }) =>
      holding.some((property) => property.equals(predicate)) ? [value.value] : [],
    );
  }

  /** What says how exact a value is. */
  precisionsOf({ subject, predicate, object }: Statement): readonly NamedNode[] {
    const nodes = this.of(subject).filter((one) => one.predicate.equals(article.precision));
    return nodes.flatMap(({ object: node }) => {
      const said = this.of(node);
      const isOf = said.some((one) => one.predicate.equals(article.property) && one.object.equals(predicate));
      const isSame = said.some((one) => one.object.equals(object));
      return isOf && isSame ? [node as NamedNode] : [];
    });
  }
}

function whyOutside(literals: readonly string[], { least, greatest, pattern }: Bounds): string | null {
  for (const value of literals) {
    // Of a date, the year.
    const number = Number(/^-?\d+(?=-\d\d)/.exec(value)?.[0] ?? value);
    if (least !== undefined && number < least) return `is less than ${least}, the least that can be right`;
    if (greatest !== undefined && number > greatest)
      return `is more than ${greatest}, the most that can be right`;
    if (pattern && !pattern.test(value)) return 'is not of the form that the field has';
  }
  return null;
}

interface Stated extends Bounded {
  readonly statement: Statement;
}

/** Values of a property of which a subject cannot have so many; a date that another says more exactly is none of its own. */
function* tooMany(stated: readonly Stated[]): Generator<[Statement, string]> {
  const limited = stated.filter(({ bounds }) => bounds.most !== undefined);
  for (const found of grouped(
    limited,
    ({ statement: { subject, rule } }) => `${subject.value} ${rule}`,
  ).values()) {
    const most = found[0]?.bounds.most ?? 0;
    const values = [...new Set(found.map(({ statement }) => statement.object.value))];
    if (values.length <= most) continue;
    const exact = values.filter((value) => !values.some((other) => other.startsWith(`${value}-`)));
    const why = `is one of ${exact.length} where ${most === 1 ? 'one' : most} at most can be right`;
    for (const { statement } of found) {
      if (exact.length > most) yield [statement, why];
      else if (!exact.includes(statement.object.value)) yield [statement, 'is said more exactly beside it'];
    }
  }
}

/** Dates of which the one that comes first is later than the other. */
function* outOfOrder(stated: readonly Stated[]): Generator<[Statement, string]> {
  for (const { statement, bounds, mapping } of stated) {
    for (const [id, isFirst] of [
      [bounds.before, true],
      [bounds.after, false],
    ] as const) {
      if (id === undefined) continue;
      const rule = siblingRule(statement.rule, mapping.id, id);
      const others = stated.filter(
        (one) => rule === one.statement.rule && one.statement.subject.equals(statement.subject),
      );
      for (const { statement: other } of others) {
        const [first, second] = isFirst ? [statement, other] : [other, statement];
        if (!isLater(first.object.value, second.object.value)) continue;
        yield [first, `is later than ${second.object.value}, which it cannot be`];
        yield [second, `is earlier than ${first.object.value}, which it cannot be`];
      }
    }
  }
}

/** The rule of another field of the same layer. */
function siblingRule(rule: string, id: string, other: string): string {
  return rule.endsWith(`/${id}`) ? `${rule.slice(0, -id.length)}${other}` : '';
}

const date = /^(-?\d+)(?:-(\d\d))?(?:-(\d\d))?$/;

/** Whether one date is later than another, as far as both are exact. */
function isLater(one: string, other: string): boolean {
  const [a, b] = [date.exec(one), date.exec(other)];
  if (!a || !b) return false;
  for (let i = 1; i <= 3; i++) {
    if (a[i] === undefined || b[i] === undefined) return false;
    if (Number(a[i]) !== Number(b[i])) return Number(a[i]) > Number(b[i]);
  }
  return false;
}

/** Takes statements out of the graph with what is said of their values alone; keeps the words of their fields. */
function withdraw(draft: Draft, graph: Values, wrong: ReadonlyMap<Statement, string>): void {
  const gone = new Set<string>();
  // What a sentence says again is as wrong.
  const triples = new Set([...wrong.keys()].map(tripleOf));
  for (const statement of wrong.keys()) {
    if (graph.isPart(statement.object)) gone.add(statement.object.value);
    for (const node of graph.precisionsOf(statement)) gone.add(node.value);
  }
  const stays = (statement: Statement): boolean =>
    !triples.has(tripleOf(statement)) &&
    !gone.has(statement.subject.value) &&
    !gone.has(statement.object.value);
  draft.keepOnly(stays);
  const kept = new Set<Text>();
  for (const [statement, reason] of wrong) {
    const found = fieldAt(draft, statement);
    if (!found) {
      draft.report(
        'unread-text',
        'warning',
        `${statement.object.value} ${reason}; it is not stated.`,
        statement.span,
      );
    } else if (!kept.has(found.text)) {
      kept.add(found.text);
      const { key, text } = found;
      draft.unreadField(key, text, { begin: 0, end: text.value.length, reason }, statement.rule);
    }
  }
}

function tripleOf({ subject, predicate, object }: Statement): string {
  return `${subject.value} ${predicate.value} ${object.value}`;
}

/** The field, and the value in it, that a statement was read from. */
function fieldAt({ article: { infoboxes } }: Draft, { span }: Statement): { key: string; text: Text } | null {
  if (!span) return null;
  const holds = ({ begin, end }: Field['span']): boolean => begin <= span.begin && span.end <= end;
  for (const field of infoboxes.flatMap(({ fields }) => fields)) {
    if (!holds(field.span)) continue;
    const text = field.values.find((value) => holds(value.span)) ?? field.values[0];
    if (text) return { key: field.key?.value ?? '', text };
  }
  return null;
}
