/** What a page is made of: blocks, each under a heading. */
import type { Html } from './html.js';
import { html, nothing } from './html.js';

/** A block of a page with its heading; ids with an equals sign are no part's. */
export interface Block {
  readonly id: string;
  readonly title: string;
  readonly count: number | null;
  readonly body: Html;
}

export function blockHtml({ id, title, count, body }: Block): Html {
  return html`<section aria-labelledby="=${id}"><h2 id="=${id}">${title}${count === null ? nothing : html` <span class="count">${count}</span>`}</h2>
${body}</section>
`;
}
