/** What all pages share: their head, the way about the site, and where they end. */
import type { Html } from './html.js';
import { attribute, html, nothing } from './html.js';

export interface PageParts {
  readonly title: string;
  readonly description?: string;
  /** The address that stands for the page, absolute. */
  readonly canonical?: string;
  /** The way here: names with addresses; the last has none. */
  readonly trail?: readonly { readonly name: string; readonly href?: string }[];
  readonly body: Html;
  /** Further elements of the head. */
  readonly head?: Html;
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  /** Where the page is in the navigation. */
  readonly place?: 'query' | 'vocab' | 'shapes';
  /** What is being looked for. */
  readonly sought?: string;
  /** The body brings a main element of its own, called `article`. */
  readonly hasMain?: boolean;
  readonly isWide?: boolean;
}

/** @param asset gives the address of a file of the site */
export function pageHtml(page: PageParts, asset: (name: string) => string): string {
  const { title, description, canonical, trail = [], body, head = nothing, hasMain = false } = page;
  const styles = ['site.css', ...(page.styles ?? [])];
  const main = hasMain ? 'article' : '=main';
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${withoutDirections(title)}</title>
${description === undefined ? nothing : html`<meta name="description" content="${withoutDirections(description)}">`}
${canonical === undefined ? nothing : html`<link rel="canonical" href="${canonical}">`}
<link rel="icon" type="image/svg+xml" href="${asset('icon.svg')}">
${styles.map((name) => html`<link rel="stylesheet" href="${asset(name)}">`)}
${(page.scripts ?? []).map((name) => html`<script defer src="${asset(name)}"></script>`)}
${head}
</head>
<body class="site${page.isWide ? ' wide-page' : ''}">
<a class="skip" href="#${main}">To the content</a>
<header class="top">
<a class="brand" href="/">article2rdf</a>
<form class="search" role="search" action="/search"><label class="unseen" for="=q">Search for a name</label><input id="=q" type="search" name="q" value="${page.sought ?? ''}" placeholder="Search for a name" autocomplete="off"><button>Search</button></form>
<nav aria-label="Site">${places.map(
    ({ place, href, name }) =>
      html`<a href="${href}"${attribute('aria-current', place === page.place ? 'page' : null)}>${name}</a> `,
  )}</nav>
</header>
${trail.length === 0 ? nothing : trailHtml(trail)}
${hasMain ? body : html`<main id="=main" tabindex="-1">${body}</main>`}
<footer class="bottom"><p>Every statement was read from the words of an article. <a href="/.well-known/void">About this data</a> · made with article2rdf</p></footer>
</body>
</html>
`.text.toWellFormed();
}

const places = [
  { place: 'query', href: '/query', name: 'Query' },
  { place: 'vocab', href: '/vocab', name: 'Vocabularies' },
  { place: 'shapes', href: '/shapes', name: 'Shapes' },
] as const;

function trailHtml(trail: NonNullable<PageParts['trail']>): Html {
  const items = trail.map(({ name, href }) =>
    href === undefined
      ? html`<li><span aria-current="page"><bdi>${name}</bdi></span></li>`
      : html`<li><a href="${href}"><bdi>${name}</bdi></a></li>`,
  );
  return html`<nav class="trail" aria-label="Breadcrumbs"><ol>${items}</ol></nav>`;
}

/** A title bar and a list of results isolate nothing. */
function withoutDirections(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}
