/** The fast reader of usual pages answers as the reader of all pages does, or not at all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPageContent } from '../../src/read/page-content.js';
import { readUsualPage } from '../../src/read/usual-page.js';
import { page as anyPage } from './dump.js';

const inner = (page: string): string => page.trim();
const optional = (text: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(text, text, fc.constant(''));
/** Text as an export writes it. */
const written = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '&lt;',
        '&gt;',
        '&amp;',
        '&quot;',
        '&apos;',
        '&amp;lt;',
        '&amp;amp;',
        ' ',
        '\n',
        '\t',
        ';',
      ),
      fc.constantFrom(
        'ref',
        '[[Film|film]]',
        '{{',
        '}}',
        "'''",
        '電影',
        '🎬',
        '\u00a0',
        '\u2028',
        '\u0085',
        ']]',
      ),
      fc.string({ unit: fc.constantFrom(...'abc 123=|/#"\''), maxLength: 10 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));
const number = fc.nat(2_000_000_000).map(String);

/** A page as MediaWiki writes it, with what it writes only now and then. */
const usual = fc
  .record({
    title: written,
    ns: fc.integer({ min: -2, max: 3000 }),
    redirect: optional(written.map((to) => `\n    <redirect title="${to.replace(/["\n\t]/g, ' ')}" />`)),
    restrictions: optional(fc.constant('\n    <restrictions>edit=sysop:move=sysop</restrictions>')),
    parent: optional(number.map((id) => `\n      <parentid>${id}</parentid>`)),
    by: fc.oneof(
      fc.tuple(written, number).map(([name, id]) => `<username>${name}</username>\n        <id>${id}</id>`),
      fc.constantFrom('<ip>127.0.0.1</ip>', '<ip>2001:db8::1</ip>'),
    ),
    minor: optional(fc.constant('\n      <minor />')),
    comment: optional(written.map((comment) => `\n      <comment>${comment}</comment>`)),
    origin: optional(number.map((id) => `\n      <origin>${id}</origin>`)),
    model: fc.constantFrom('wikitext', 'Scribunto', 'json'),
    attributes: fc.constantFrom('', ' bytes="12"', ' bytes="12" sha1="a1b2"'),
    text: written,
    sha1: optional(fc.constant('\n      <sha1>a1b2</sha1>')),
  })
  .map(
    (page) => `<page>
    <title>${page.title}</title>
    <ns>${page.ns}</ns>
    <id>7</id>${page.redirect}${page.restrictions}
    <revision>
      <id>9</id>${page.parent}
      <timestamp>2024-01-02T03:04:05Z</timestamp>
      <contributor>
        ${page.by}
      </contributor>${page.minor}${page.comment}${page.origin}
      <model>${page.model}</model>
      <format>text/x-wiki</format>
      <text${page.attributes} xml:space="preserve">${page.text}</text>${page.sha1}
    </revision>
  </page>`,
  );

const snippets = [
  ...['<', '>', '&', '"', "'", ';', '/', ']]>', '&#65;', '&#x1;', '&lol;', '&lt', '&;', '&amp', '&LT;'],
  ...['\r', '\r\n', '\t', '\v', '\f', '\0', '\u0001', '\u007f', '\ufeff', '\ufffe', '\uffff', ' '],
  ...[
    '<!-- x -->',
    '<?x y?>',
    '<![CDATA[ <x> ]]>',
    '<text>',
    '</text>',
    '<text/>',
    '<x>y</x>',
    '<x/>',
    '</page>',
  ],
  ...['<revision><text>other</text></revision>', '<model>css</model>', '<title>Other</title>', '<ns>3</ns>'],
  ...[
    '<redirect title="x" />',
    ' deleted="deleted"',
    ' bytes="1" bytes="2"',
    ' xml:space="preserve"',
    '12345678901',
  ],
];

describe('readUsualPage', () => {
  it('reads what MediaWiki writes as the other reader does', () => {
    fc.assert(
      fc.property(usual, (xml) => {
        const content = readUsualPage(xml);
        expect(content).not.toBeNull();
        expect(content).toEqual(readPageContent(xml));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads what is not quite that as the other reader does, or leaves it to that one', () => {
    const change = fc.tuple(fc.nat(), fc.nat(12), fc.constantFrom('', ...snippets));
    fc.assert(
      fc.property(usual, fc.array(change, { minLength: 1, maxLength: 3 }), (xml, changes) => {
        let changed = xml;
        for (const [at, length, snippet] of changes) {
          const begin = at % changed.length;
          changed = changed.slice(0, begin) + snippet + changed.slice(begin + length);
        }
        // Half a character cannot be in a file.
        const sound = changed.toWellFormed();
        const content = readUsualPage(sound);
        if (content !== null) expect(content).toEqual(readPageContent(sound));
      }),
      { numRuns: 10_000 },
    );
  });

  it('leaves to the other what XML does not allow, wherever it stands', () => {
    const xml = inner(anyPage('Title', 'some text', '    <redirect title="To" />\n'));
    expect(readUsualPage(xml)).toEqual(readPageContent(xml));
    for (let at = 0; at <= xml.length; at++) {
      for (const snippet of snippets) {
        const changed = xml.slice(0, at) + snippet + xml.slice(at);
        const content = readUsualPage(changed);
        if (content !== null) expect([at, snippet, content]).toEqual([at, snippet, readPageContent(changed)]);
      }
    }
  });

  it('takes no time over what is endless', () => {
    const [before = '', behind = ''] = inner(anyPage('%', 'x')).split('%');
    for (const part of ['x', '\n', '&amp', '&amp;', '<title>', '&'])
      expect(readUsualPage(before + part.repeat(1_000_000) + behind)).toBeNull();
    const long = inner(anyPage('Long', '%')).replace('%', '&lt;x&gt;'.repeat(500_000));
    expect(readUsualPage(long)?.text === '<x>'.repeat(500_000)).toBe(true);
  });
});
