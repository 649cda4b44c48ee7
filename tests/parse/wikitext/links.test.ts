/** Links of wikitext: their words, where they lead, and what is no words at all. */
import { describe, expect, it } from 'vitest';
import { linkOf, slice } from '../../../src/article.js';
import { linksOf, page, paragraph, problems, sourceOf, words } from '../../support/wikitext.js';

describe('links among words', () => {
  it.each<[string, string, string[]]>([
    ['a [[B]] c', 'a B c', ['B → B']],
    ['[[B (film)|B]]', 'B', ['B → B (film)']],
    ['[[actor]]s', 'actors', ['actors → actor']],
    ["[[Ann Lee|Lee]]'s", "Lee's", ['Lee → Ann Lee']],
    ['[[a|b]]<nowiki/>c', 'bc', ['b → a']],
    ["''[[A|'''B''']]''", 'B', ['B → A']],
    ['[[A_b]] [[ A ]]', 'A_b A', ['A_b → A b', 'A → A']],
    ['[[A#Cast|cast]] [[#Plot|plot]]', 'cast plot', ['cast → A#Cast']],
    ['[[Rock &amp; Roll]]', 'Rock & Roll', ['Rock & Roll → Rock & Roll']],
    ['[[A|{{small|b}} c]]', 'b c', ['b c → A']],
    ['[[A|b|c]]', 'b|c', ['b|c → A']],
    ['[[A (film)|]]', 'A', ['A → A (film)']],
    ['[[A]][[B]]', 'AB', ['A → A', 'B → B']],
    [
      '[[:Category:A]] [[:File:b.jpg]]',
      'Category:A File:b.jpg',
      ['Category:A → Category:A', 'File:b.jpg → File:b.jpg'],
    ],
    ['[[:de:Foo]] [[w:Foo|foo]] [[wikt:foo|]]', 'de:Foo foo foo', []],
    ['[[A<!-- c -->|b]]', 'b', ['b → A']],
    ['{{ill|X Y|de|X Ypsilon}}', 'X Y', ['X Y → X Y']],
    ['{{sortname|Ann|Lee}}', 'Ann Lee', ['Ann Lee → Ann Lee']],
    ['{{sortname|Ann|Lee|Ann Lee (actor)}}', 'Ann Lee', ['Ann Lee → Ann Lee (actor)']],
    ['{{sortname|Ann|Lee|nolink=1}}', 'Ann Lee', []],
  ])('%j is %j', (text, shown, links) => {
    const found = paragraph(text);
    expect(found.value).toBe(shown);
    expect(linksOf(found)).toEqual(links);
  });
});

describe('addresses elsewhere', () => {
  it.each<[string, string, string[]]>([
    ['[http://x.org/a b c] d', 'b c d', ['b c → <http://x.org/a>']],
    [
      '[https://x.org/?a=b&c=d]',
      'https://x.org/?a=b&c=d',
      ['https://x.org/?a=b&c=d → <https://x.org/?a=b&c=d>'],
    ],
    ["[//x.org ''a''] [mailto:a@b.c d]", 'a d', ['a → <//x.org>', 'd → <mailto:a@b.c>']],
    [
      '{{URL|x.org}} {{URL|http://x.org|site}}',
      'x.org site',
      ['x.org → <http://x.org>', 'site → <http://x.org>'],
    ],
    ['see http://x.org/a.', 'see http://x.org/a.', []],
    ['[sic] [1]', '[sic] [1]', []],
    ['[http://x.org a\nb] c', '[http://x.org a b] c', []],
  ])('%j is %j', (text, shown, links) => {
    const found = paragraph(text);
    expect(found.value).toBe(shown);
    expect(linksOf(found)).toEqual(links);
  });
});

describe('files, categories and other languages', () => {
  it('takes files out with their captions, and tells how many', () => {
    const text = 'A [[File:x.jpg|thumb|left|The [[b]] in {{lang|fr|c}}\nand d]] e [[Image:y.png]]';
    expect(words(text)).toBe('A e');
    expect(problems(text)).toEqual(['pictures-left-out 2']);
    expect(problems('a\n<gallery>\nFile:x.jpg|b\n</gallery>')).toEqual(['pictures-left-out 1']);
  });

  it('takes categories as names', () => {
    const text = 'A\n[[Category:2001 films]]\n[[category:Films about salt|Salt Road]][[Category: X_y | ]]';
    const { article } = page(text);
    expect(article.categories.map(({ value }) => value)).toEqual(['2001 films', 'Films about salt', 'X y']);
    expect(article.categories.map((name) => sourceOf(text, name))).toEqual([
      '2001 films',
      'Films about salt',
      'X_y',
    ]);
    expect(words(text)).toBe('A');
  });

  it('leaves the same page in other languages out', () => {
    expect(words('A\n[[fr:B]]\n[[zh-yue:C]]')).toBe('A');
  });
});

describe('a part of a text', () => {
  const text = '🎬 [[Ann Lee]] and [[Bo Roe (actor)|Bo Roe]], {{small|(both)}} later';
  const whole = paragraph(text);

  it('has the links in it, at their places', () => {
    const part = slice(whole, whole.value.indexOf('Bo Roe'), whole.value.indexOf(','));
    expect(part.value).toBe('Bo Roe');
    expect(sourceOf(text, part)).toBe('Bo Roe');
    expect(linkOf(part)).toEqual({ begin: 0, end: 6, target: 'Bo Roe (actor)' });
    expect(linkOf(whole)).toBeUndefined();
  });

  it('has no link that it holds only half of', () => {
    const part = slice(whole, whole.value.indexOf('Lee'), whole.value.indexOf(' and'));
    expect([part.value, sourceOf(text, part), part.links]).toEqual(['Lee', 'Lee', undefined]);
  });

  it('can be cut again', () => {
    const part = slice(whole, whole.value.indexOf('Bo'), whole.value.length);
    const again = slice(part, part.value.indexOf('(both)'), part.value.length);
    expect([again.value, sourceOf(text, again)]).toEqual(['(both) later', '(both)}} later']);
  });
});
