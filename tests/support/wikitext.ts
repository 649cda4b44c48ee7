import type { Article, Node, Text } from '../../src/article.js';
import { nodesOf } from '../../src/article.js';
import type { Problem } from '../../src/problem.js';
import { parse } from './parse.js';

/** A page of wikitext, read. */
export function page(text: string): { article: Article; problems: readonly Problem[] } {
  return parse({ name: 'page', text, title: 'Page', format: 'wikitext' });
}

/** The words that the source has between a node's offsets. */
export function sourceOf(text: string, { span }: Node): string {
  return [...text].slice(span.begin, span.end).join('');
}

/** The only paragraph of a page. */
export function paragraph(text: string): Text {
  const { article } = page(text);
  const [block, ...others] = [...article.lead, ...article.sections.flatMap(({ blocks }) => blocks)];
  if (block?.type !== 'paragraph' || others.length > 0) throw new Error(`not one paragraph: ${text}`);
  return block.text;
}

/** Its words; empty where there is nothing to read. */
export function words(text: string): string {
  return page(text).article.lead.length === 0 ? '' : paragraph(text).value;
}

/** The links of a text as `words → target`, addresses in pointed brackets. */
export function linksOf({ value, links = [] }: Text): string[] {
  return links.map(({ begin, end, target, href }) => `${value.slice(begin, end)} → ${target ?? `<${href}>`}`);
}

/** Infoboxes as lines: the template and its title, and `key = value; value` for each field. */
export function boxes(text: string): string[] {
  return page(text).article.infoboxes.flatMap(({ template, title, fields }) => [
    `${template?.value}: ${title?.value ?? '-'}`,
    ...fields.map(
      ({ key, values }) => `${key?.value ?? '-'} = ${values.map(({ value }) => value).join('; ')}`,
    ),
  ]);
}

/** The values of the one field of an infobox. */
export function field(value: string): string[] {
  const [box] = page(`{{Infobox film|field=${value}}}`).article.infoboxes;
  return box?.fields[0]?.values.map((text) => text.value) ?? [];
}

/** Blocks as lines: `P words`, `* words` with a star a level, `T caption` and `| cell | cell` with `!` before heads. */
export function blocks(text: string): string[] {
  const lines: string[] = [];
  for (const node of nodesOf(page(text).article)) {
    if (node.type === 'paragraph') lines.push(`P ${node.text.value}`);
    else if (node.type === 'item') lines.push(`${'*'.repeat(node.level)} ${node.text.value}`);
    else if (node.type === 'table') lines.push(node.caption ? `T ${node.caption.value}` : 'T');
    else if (node.type === 'heading') lines.push(`${'='.repeat(node.level)} ${node.text.value}`);
    else if (node.type === 'row')
      lines.push(node.cells.map((cell) => `${cell.isHeader ? '!' : '|'} ${cell.text.value}`).join(' '));
  }
  return lines;
}

/** Codes of the problems, with what they are about and how often. */
export function problems(text: string): string[] {
  return page(text).problems.map(({ code, about, count }) =>
    [code, about, count].filter((part) => part !== undefined).join(' '),
  );
}
