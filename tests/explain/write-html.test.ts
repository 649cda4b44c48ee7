/** The page of an explanation: whole by itself, and with nothing of an article but its words. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../src/explain/html/escape.js';
import { writeHtml } from '../../src/explain/write-html.js';
import { readPageFiles } from '../../src/read/package-files.js';
import { explainSource } from '../support/explain.js';
import { hostileText, hostileWikitext } from '../support/hostile.js';

const files = readPageFiles();
const cases = join(import.meta.dirname, '../cases');
const sources = [
  { name: 'hostile.txt', text: hostileText },
  { name: 'hostile.wiki', text: hostileWikitext, title: '"><script>', format: 'wikitext' as const },
  ...readdirSync(cases, { recursive: true, encoding: 'utf8' })
    .filter((name) => /article\.(?:txt|wiki)$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(cases, name), 'utf8'), title: 'A' })),
];

describe.each(sources)('of $name', (source) => {
  const written = explainSource(source).then((explanation) => ({
    explanation,
    page: writeHtml(explanation, files),
  }));

  it('has one style and one script, and a policy that knows no others', async () => {
    const { page } = await written;
    const inside = (tag: string): string[] =>
      [...page.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}`, 'gs'))].map(([, text]) => text as string);
    const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
    expect([inside('style').length, inside('script').length]).toEqual([1, 1]);
    const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page) ?? [];
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash(inside('style')[0] as string)}'; script-src 'sha256-${hash(inside('script')[0] as string)}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it('is made of elements and attributes that we know', async () => {
    const { page } = await written;
    const body = page.replace(/<(style|script)>.*?<\/\1>/gs, '');
    const tags = [...body.matchAll(/<([a-z][^\s>/]*)((?:\s+[\w-]+(?:="[^"<>]*")?)*)\s*\/?>/g)];
    expect(tags.length).toBe(body.match(/<[^/!]/g)?.length);
    const names = new Set(tags.map(([, name]) => name));
    for (const name of ['img', 'svg onload', 'iframe', 'b onclick', 'object', 'style', 'script'])
      expect(names).not.toContain(name);
    const attributes = tags.flatMap(([, , list]) => [...(list ?? '').matchAll(/([\w-]+)(?:="([^"]*)")?/g)]);
    for (const [, name, value] of attributes) {
      expect(name).not.toMatch(/^(?:on|style$|src|formaction|autofocus)/);
      if (name === 'href') expect(value).toMatch(/^#(?:p\d+|article)$/);
    }
  });

  it('gives each id once, and points only at what is there', async () => {
    const { page, explanation } = await written;
    const all = (pattern: RegExp): string[] => [...page.matchAll(pattern)].map(([, id]) => id as string);
    const ids = all(/ id="([^"]*)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    const used = [
      ...all(/ (?:href="#|aria-labelledby="|data-part=")([^"]*)"/g),
      ...all(/data-of="([^"]*)"/g).flatMap((list) => list.split(' ')),
    ];
    for (const id of used) expect(ids).toContain(id);
    expect(ids.filter((id) => /^s\d+$/.test(id))).toHaveLength(explanation.statements.length);
    expect(ids.filter((id) => /^q\d+$/.test(id))).toHaveLength(explanation.problems.length);
  });

  it('holds no character that HTML does not have', async () => {
    const { page } = await written;
    expect(page).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
    expect(page.isWellFormed()).toBe(true);
  });
});

it('escapes text for elements and attributes', () => {
  expect(escapeHtml(`<a b="c" d='e'>&amp;\u0000`)).toBe(
    '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;\ufffd',
  );
});

it('is the same for the same explanation', async () => {
  const write = async () => writeHtml(await explainSource(hostileText), files);
  expect(await write()).toBe(await write());
});
