/** What a reader of a paragraph sees. */
import { describe, expect, it } from 'vitest';
import { page, paragraph, problems, sourceOf, words } from '../../support/wikitext.js';

describe.each<[string, readonly (readonly [wikitext: string, shown: string])[]]>([
  [
    'quotes',
    [
      ["''a'' '''b''' '''''c'''''", 'a b c'],
      ["L''Avventura''", 'LAvventura'],
      ["the '90s and rock 'n' roll", "the '90s and rock 'n' roll"],
      ["''''four''''", "'four'"],
      ["'''unclosed ''words", "'unclosed words"],
      ["''''''six''''''", "'six'"],
    ],
  ],
  [
    'comments, footnotes and what else is hidden',
    [
      ['a<!-- b -->c', 'ac'],
      ['a <!-- over\nlines --> b', 'a b'],
      ['a<ref>b [[c]] {{d}}</ref> e', 'a e'],
      ['a<ref name="x"/> b<ref name=y /> c', 'a b c'],
      ['a<REF NAME=x>b</REF> c', 'a c'],
      ['a<Ref>b</REF> c<reF>d</ref> e', 'a c e'],
      ['a<ref>x</ref><ref>y</ref>, b', 'a, b'],
      ['a<ref> b\n<Ref>c</ref> d', 'a\nb d'],
      ['<ref>x</ref>a<ref>y</ref> b<ref', 'a b<ref'],
      ['<ref>x</ref>a<ref name=y', 'a<ref name=y'],
      ['a<ref>one\n== no heading ==\n</ref> b', 'a b'],
      ['a<ref>b <ref>c</ref> d</ref> e', 'a e'],
      ['a<ref>b {{efn|c<ref>d</ref>}} e</ref> f', 'a f'],
      ['a<ref>b <ref>c</ref> d<ref>e</ref> f', 'a\nb d f'],
      ['a{{#tag:ref|b [[c]]}} d', 'a d'],
      ['a{{refn|group=n|b}}{{sfn|C|2001|p=1}}{{efn|d}} e', 'a e'],
      ['__NOTOC__a __FORCETOC__', 'a'],
      ['{{DEFAULTSORT:X}}a{{citation needed|date=May 2011}}', 'a'],
      ['<references><ref name=a>b</ref></references>c', 'c'],
      ['a<timeline>b</timeline> c', 'a c'],
    ],
  ],
  [
    'tags',
    [
      ['a<br>b<br/>c<br />d</br>e<BR clear=all>f<br\n>g', 'a\nb\nc\nd\ne\nf\ng'],
      ['<small>a</small> <span style="x">b</span><sup>2</sup>', 'a b2'],
      ['<div>a</div><p>b</p>c', 'a\nb\nc'],
      ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
      ['<center>a</center>', 'a'],
      ['3 < 4 and 5 > 4', '3 < 4 and 5 > 4'],
      ['<unknown>a</unknown>', '<unknown>a</unknown>'],
    ],
  ],
  [
    'nowiki and its like',
    [
      ['a <code>^<nowiki>[</nowiki></code> b', 'a ^[ b'],
      ["<nowiki>[[a]] {{b}} ''c''</nowiki>", "[[a]] {{b}} ''c''"],
      ["<pre>''x''</pre>", "''x''"],
      ['<math>x^2 {{y}}</math>', 'x^2 {{y}}'],
      ['a<nowiki/>b<nowiki />c', 'abc'],
      ["<code>''x''</code>", 'x'],
    ],
  ],
  [
    'entities',
    [
      ['a&nbsp;b &amp; c &ndash; d', 'a b & c – d'],
      ['&#65;&#x42;&eacute;', 'ABé'],
      ['&amp;nbsp; &bogus; &amp AT&T', '&nbsp; &bogus; &amp AT&T'],
      ['&lt;b&gt; &#91;&#91;a]]', '<b> [[a]]'],
    ],
  ],
  [
    'line breaks',
    [
      ['a\nb', 'a b'],
      ['a\r\nb', 'a b'],
      ['a\rb', 'a b'],
      ['a  b', 'a  b'],
      ['a <!-- x --> b', 'a b'],
    ],
  ],
  [
    'templates of signs and looks',
    [
      ['a{{!}}b{{=}}c', 'a|b=c'],
      ['a{{nbsp}}b{{snd}}c{{ndash}}d', 'a b – c–d'],
      ['{{nowrap|a b}} {{small|(c)}} {{lang|fr|Le d}} {{lang-fr|Les e}}', 'a b (c) Le d Les e'],
      ["{{nihongo|''T''|東京|Tōkyō}}", 'T (東京, Tōkyō)'],
      ['{{nihongo|T}} {{nihongo|T||Tōkyō}}', 'T T (Tōkyō)'],
      ['{{nihongo3|English|東|Higashi}}', 'Higashi (東, English)'],
      ['{{sort|001|First}} {{abbr|Dr.|Doctor}}', 'First Dr.'],
      ['{{Circa|1990}}', 'c. 1990'],
      ['{{#if:x|y}}a', '{{#if:x|y}}a'],
      ['{{lc:ABC}}', 'ABC'],
    ],
  ],
])('%s', (_, cases) => {
  it.each(cases)('%j is %j', (wikitext, shown) => {
    expect(words(wikitext)).toBe(shown);
  });
});

describe('an unknown template', () => {
  it('keeps its wikitext and is told with its count', () => {
    const text = 'A {{strange thing|b=c|[[d]]}} e {{Strange_thing}}.';
    expect(words(text)).toBe(text);
    expect(problems(text)).toEqual(['unknown-template strange thing 2']);
  });

  it('that stands alone on a line is told as well', () => {
    expect(problems('{{strange}}\n{{ Strange }}\na')).toEqual(['unknown-template strange 2']);
  });
});

describe('the span of a text', () => {
  it.each([
    ["'''[[A (film)|A]]''' is''", "A]]''' is"],
    ['a<br>b', 'a<br>b'],
    ['🎬 a [[b]].', '🎬 a [[b]].'],
    ['{{small|x}}', 'x'],
    ['{{US$|5 million}} x', '{{US$|5 million}} x'],
    ['{{convert|5|km|mi}}', '5|km'],
    ['&eacute;t&eacute;', '&eacute;t&eacute;'],
    ['\ufeffa', 'a'],
    ['a\r\nb\r\n', 'a\r\nb'],
  ])('of %j is %j', (text, expected) => {
    expect(sourceOf(text, paragraph(text))).toBe(expected);
  });

  it('counts code points, lines and columns', () => {
    const text = '🎬🎬\r\n\r\n  🎬 [[x]] y';
    expect(page(text).article.lead.map(({ span }) => span)).toEqual([
      { begin: 0, end: 2, line: 1, column: 1 },
      { begin: 8, end: 17, line: 3, column: 3 },
    ]);
  });
});
