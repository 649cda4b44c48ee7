/** HTML that is safe by how it is made: whatever a template is given is escaped, unless it is such HTML itself. */
import { escapeHtml } from '../../explain/html/escape.js';

export class Html {
  constructor(readonly text: string) {}
}

export type Content = Html | string | number | null | readonly Content[];

export const nothing = new Html('');

/** `html\`<p>${words}</p>\``. Values stand between tags, or inside an attribute's quotation marks; nowhere else. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  let text = strings[0] as string;
  for (const [index, value] of values.entries()) text += contentText(value) + strings[index + 1];
  return new Html(text);
}

/** ` name="value"`, or nothing where there is no value. */
export function attribute(name: 'lang' | 'id' | 'title' | 'aria-current', value: string | null): Html {
  return value === null ? nothing : new Html(` ${name}="${escapeHtml(value)}"`);
}

/** Contents with something between them. */
export function joined(contents: readonly Content[], between: Content): Content[] {
  return contents.flatMap((content, index) => (index === 0 ? [content] : [between, content]));
}

function contentText(content: Content): string {
  if (content === null) return '';
  if (content instanceof Html) return content.text;
  if (typeof content === 'string' || typeof content === 'number') return escapeHtml(String(content));
  return content.map(contentText).join('');
}
