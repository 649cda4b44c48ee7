import type { ExplainedProblem, ExplainedStatement, Explanation } from '../explanation.js';
import { byRule, cut, objectWords, problemPlace } from '../wording.js';
import { escapeHtml } from './escape.js';

const longestObject = 200;

/** What stands beside words: statements under the rules that read them, and problems. Each is a button. */
export class Notes {
  constructor(private readonly explanation: Explanation) {}

  /** @param part id of the part whose words all of them are about */
  list(statements: readonly number[], problems: readonly number[], part?: string): string {
    const all = this.explanation.statements;
    const of = part === undefined ? '' : ` data-part="${part}"`;
    const scope = part === undefined ? '' : ' · all of it';
    const groups = byRule(statements, all).map(
      ({ rule, statements: own }) =>
        `<p class="rule">${escapeHtml(rule)}${scope}</p>${this.bySubject(own, of).join('')}`,
    );
    const told = problems.map((index) =>
      problemHtml(this.explanation.problems[index] as ExplainedProblem, index, of),
    );
    return (
      groups.join('') + (told.length > 0 ? `<ul class="about-one" role="list">${told.join('')}</ul>` : '')
    );
  }

  /** Statements that follow each other and are about the same thing; its name is seen once. */
  private bySubject(statements: readonly number[], of: string): string[] {
    const lists: string[] = [];
    let items = '';
    let before = '';
    for (const index of statements) {
      const statement = this.explanation.statements[index] as ExplainedStatement;
      const { iri } = statement.subject;
      if (items !== '' && iri !== before) {
        lists.push(items);
        items = '';
      }
      items += statementHtml(statement, index, items !== '', of);
      before = iri;
    }
    return [...lists, items].map((list) => `<ul class="about-one" role="list">${list}</ul>`);
  }
}

function statementHtml(
  { subject, predicate, object, isFact, evidence = [] }: ExplainedStatement,
  index: number,
  isAgain: boolean,
  of: string,
): string {
  const { words, kind } = objectWords(object, longestObject);
  return (
    `<li><button type="button" class="note${isFact ? '' : ' structure'}" id="s${index}" aria-pressed="false" tabindex="-1"${of}>` +
    `<span class="subject${isAgain ? ' unseen' : ''}">${escapeHtml(cut(subject.label, longestObject))}</span> ` +
    `<span class="predicate">${escapeHtml(predicate.label)}</span> ` +
    `<span class="object">${escapeHtml(words)}</span>` +
    `${kind === '' ? '' : ` <span class="kind">${escapeHtml(kind)}</span>`}` +
    `${evidence.map(({ label }) => ` <span class="kind">source: ${escapeHtml(cut(label, longestObject))}</span>`).join('')}</button></li>`
  );
}

function problemHtml(problem: ExplainedProblem, index: number, of: string): string {
  const { severity, message, code } = problem;
  const place = problemPlace(problem);
  return (
    `<li><button type="button" class="note problem" id="q${index}" aria-pressed="false" tabindex="-1"${of}>` +
    `<span class="severity ${severity}">${severity}${place === '' ? '' : ` ${place}`}</span> ` +
    `<span class="object">${escapeHtml(message)}</span> <span class="kind">${escapeHtml(code)}</span></button></li>`
  );
}
