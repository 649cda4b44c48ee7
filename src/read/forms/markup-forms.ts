import type { UnreadForm } from './form.js';
import { rdf } from './rdf-forms.js';

const html: UnreadForm = {
  is: 'HTML',
  advice: "give the article's wikitext, which its address shows with ?action=raw, or its plain text",
};
const withPandoc = 'convert it to wikitext, for example with pandoc -t mediawiki';

/** Roots of documents in XML that have a name of their own. */
const roots: Readonly<Record<string, UnreadForm>> = {
  html,
  'rdf:rdf': rdf('RDF/XML'),
  tei: { is: 'TEI (XML)', advice: 'give the text of the article' },
  teicorpus: { is: 'TEI (XML)', advice: 'give the text of the article' },
  doc: {
    is: 'the output of WikiExtractor',
    advice: 'run WikiExtractor with --json and give its lines, or give the dump itself',
  },
  api: { is: "an answer of MediaWiki's API in XML", advice: 'ask for it with format=json' },
  svg: { is: 'an image (SVG)', advice: 'give an article as text' },
};

/** Elements that wikitext may begin with besides those of HTML. */
const ofWikitext =
  /^(?:noinclude|includeonly|onlyinclude|nowiki|pre|ref|references|gallery|math|chem|ce|poem|score|syntaxhighlight|source|timeline|hiero|templatestyles|templatedata|section|languages|translate|tvar|mapframe|maplink|imagemap|inputbox|categorytree|indicator|tabber|tabs|infobox|quiz|dpl|ask|charinsert|graph|youtube|rss)$/i;

/** Elements of HTML that stand in wikitext, too. */
const inWikitext =
  /^(?:abbr|b|bdi|bdo|big|blockquote|br|center|cite|code|dd|del|dfn|div|dl|dt|em|font|h[1-6]|hr|i|ins|kbd|li|mark|ol|p|q|rb|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|table|td|th|tr|tt|u|ul|var|caption)$/i;

const ofHtml =
  /^(?:html|head|body|meta|link|title|script|style|base|article|main|header|footer|nav|section|aside|figure|img|a|form|button|iframe|noscript|template|thead|tbody)$/i;

/** Links, templates and bold type. */
const wikitext = /\[\[[^[\]\n]+\]\]|\{\{[^{}\n]+[|}\n]|'''/;

/** HTML, XML and other markup that no reader is for. */
export function markupForm(head: string): UnreadForm | null {
  if (head.startsWith('<')) return elementForm(head);
  const found = markups.find(({ shows }) => shows.test(head));
  return found ? { is: found.is, advice: found.advice } : null;
}

function elementForm(head: string): UnreadForm | null {
  const isXml = /^<\?xml\s/.test(head);
  const start = withoutProlog(head);
  if (/^<!doctype\s+html\b/i.test(start)) return html;
  const [, name = '', attributes = ''] = /^<([A-Za-z_][\w:.-]*)((?:\s[^<>]{0,2000})?)\/?>?/.exec(start) ?? [];
  const root = name.toLowerCase();
  if (root === '' || root === 'mediawiki' || root === 'page') return isXml && root === '' ? xml(name) : null;
  const known = roots[root];
  const isMarked = isXml || /\sxmlns(?::\w+)?\s*=/.test(attributes);
  if (known && (root !== 'doc' || isMarked || attributes.trim() !== '')) return known;
  if (/^<[^<>]*\sxmlns(?::\w+)?\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml/.test(start)) return html;
  if (isMarked) return xml(name);
  if (wikitext.test(head)) return null;
  if (inWikitext.test(root)) return isFragment(head) ? html : null;
  if (ofHtml.test(root)) return html;
  return ofWikitext.test(root) || !head.includes(`</${name}>`) ? null : xml(name);
}

function xml(name: string): UnreadForm {
  const root = name === '' ? '' : `, <${name}>`;
  return {
    is: `XML${root}, and no export of MediaWiki`,
    advice: 'give an export, or articles as text',
  };
}

/** What follows declarations, comments and document types. */
export function withoutProlog(head: string): string {
  let at = 0;
  for (;;) {
    const rest = head.slice(at, at + 4);
    const close = rest.startsWith('<?') ? '?>' : rest === '<!--' ? '-->' : '';
    const isOther = close === '' && /^<!doctype\s+(?!html\b)/i.test(head.slice(at, at + 200));
    if (close === '' && !isOther) return head.slice(at);
    const end = isOther ? typeEnd(head, at) : head.indexOf(close, at);
    if (end < 0) return '';
    at = end + (isOther ? 1 : close.length);
    while (/\s/.test(head.charAt(at))) at++;
  }
}

/** Where a document type ends, with what stands in its brackets. */
function typeEnd(head: string, from: number): number {
  const close = head.indexOf('>', from);
  const open = head.indexOf('[', from);
  return open < 0 || open > close ? close : head.indexOf('>', head.indexOf(']', open));
}

/** Whether most of what is there are paragraphs and tables of HTML. */
function isFragment(head: string): boolean {
  const closed = head.match(/<\/(?:p|div|table|tr|td|li|ul|h[1-6]|span|b|i|a)>/gi)?.length ?? 0;
  return closed >= 2 && !/(?:^|\n)==[^=\n]/.test(head);
}

interface Markup extends UnreadForm {
  /** What only a text of this sort has. */
  readonly shows: RegExp;
}

const markups: readonly Markup[] = [
  {
    shows:
      /^(?:%[^\n]*\n\s*)*\\(?:documentclass|documentstyle|begin\{|title\{|section\*?\{|chapter\*?\{|input\{)/,
    is: 'LaTeX',
    advice: withPandoc,
  },
  {
    shows: /(?:^|\n)\.\. [a-z][\w:-]{0,60}::(?:[ \t]|\r?\n)|(?:^|\n)\.\. _[^:\n]{1,100}:[ \t]*\r?\n/,
    is: 'reStructuredText',
    advice: withPandoc,
  },
  {
    shows:
      /(?:^|\n)(?:include|image|video|toc|ifdef|endif)::[^\s\][]*\[[^\n]*\]|(?:^|\n)\[(?:source\b|NOTE|TIP|WARNING|cols=)[^\]\n]*\]\r?\n/,
    is: 'AsciiDoc',
    advice: 'give the article as wikitext or as plain text',
  },
  {
    shows: /^(?:\{\{[^{}\n]*\}\}\s*)?====== [^=\n]+ ======[ \t]*(?:\r?\n|$)/,
    is: 'DokuWiki',
    advice: withPandoc,
  },
  { shows: /^#\+(?:TITLE|AUTHOR|OPTIONS|STARTUP|DATE):/i, is: 'Org mode', advice: withPandoc },
  { shows: /^h[1-3]\. \S/, is: 'Textile or Confluence', advice: withPandoc },
  { shows: /^(?:\.\\"[^\n]*\n\s*)*\.(?:TH|Dd|Dt|SH) \S/, is: 'a manual page', advice: withPandoc },
];
