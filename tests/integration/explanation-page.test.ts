/** The page of an explanation in a real browser, with a mouse, with a keyboard alone, and with hostile words. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileMark, hostileText, hostileWikitext } from '../support/hostile.js';
import { article2rdf, root, temporaryFolder } from './program.js';

const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const comrades = join(root, 'tests/cases/comrades-almost-a-love-story/article.txt');
const manuscript = `= The Lantern =

The Lantern
- Directed by: Oona Brandt
- Running time: 1942
- Colour: Eastmancolor

The Lantern is a 1998 drama film. It rains in it.

== Cast ==
- Tom Ashe as Marek
`;

let browser: Browser;
beforeAll(async () => {
  if (!existsSync(executable))
    throw new Error(`there is no browser at ${executable}; install chromium, or name one with CHROMIUM`);
  // Whoever runs the tests as root, as many containers do, has no sandbox.
  browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
});
afterAll(() => browser?.close());

/** Writes the page of an article, and gives its address. */
function write(input: string, name = 'article.txt'): string {
  const folder = temporaryFolder();
  const file = existsSync(input) ? input : join(folder, name);
  // A byte 0 is no text, and is refused before anything is read.
  if (file !== input) writeFileSync(file, input.replaceAll('\u0000', '\u0001'));
  const { status, stderr } = article2rdf(['explain', file, '--html', 'page.html'], { cwd: folder });
  expect([status, stderr]).toEqual([0, 'wrote page.html\n']);
  return pathToFileURL(join(folder, 'page.html')).href;
}

interface Opened {
  readonly page: Page;
  /** What the browser complained of, and what it asked the network for. */
  readonly complaints: string[];
}

async function open(address: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (request.url() !== address) complaints.push(request.url());
  });
  await page.goto(address);
  return { page, complaints };
}

const marked = (page: Page, what: string): Promise<string[]> =>
  page.locator(`${what}.on`).evaluateAll((found) => found.map(({ textContent }) => textContent ?? ''));
const focused = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement.textContent') as Promise<string>;

describe('with a mouse', () => {
  it('marks the statements of words, and the words of a statement', async () => {
    const { page, complaints } = await open(write(manuscript));
    await page.getByRole('button', { name: 'Oona Brandt', exact: true }).click();
    expect(await marked(page, '.w')).toEqual(['Oona Brandt']);
    expect(await marked(page, '.note')).toEqual([
      'Oona Brandt a schema:Person',
      'Oona Brandt schema:name “Oona Brandt” en',
      'The Lantern schema:director Oona Brandt',
    ]);
    expect(await page.getByRole('status').textContent()).toContain('“Oona Brandt”: 3 statements.');

    await page.getByRole('button', { name: /schema:genre/ }).click();
    expect(await marked(page, '.w')).toEqual(['drama']);
    expect(await marked(page, '.note')).toEqual(['The Lantern schema:genre “drama” en']);
    expect(await page.getByRole('button', { pressed: true }).count()).toBe(1);

    await page.keyboard.press('Escape');
    expect([...(await marked(page, '.w')), ...(await marked(page, '.note'))]).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('marks the words of a problem, and unfolds what is said of a whole part', async () => {
    const { page } = await open(write(manuscript));
    await page.getByRole('button', { name: /^warning 5:17/ }).click();
    expect(await marked(page, '.w')).toEqual(['1942']);
    await page.getByText('It rains in it.', { exact: true }).click();
    expect(await marked(page, '.note')).toEqual([expect.stringContaining('schema:abstract')]);
    expect(await page.locator('.part.on').count()).toBe(1);
    await page.getByRole('button', { name: /schema:abstract/ }).click();
    expect(await marked(page, '.part')).toHaveLength(1);
  });

  it('shows only what gave facts, only what gave none, or only what has problems', async () => {
    const { page } = await open(write(manuscript));
    const shown = (): Promise<string[]> =>
      page
        .locator('li.unit:visible .words')
        .evaluateAll((found) => found.map((one) => one.textContent ?? ''));
    const everything = await shown();
    await page.getByLabel('what gave no fact').check();
    expect(await shown()).toEqual([
      'Running time: 1942 no fact',
      'Colour: Eastmancolor no fact',
      'It rains in it. no fact',
    ]);
    await page.getByLabel('what has problems').check();
    expect(await shown()).toEqual(['Running time: 1942 no fact', 'Colour: Eastmancolor no fact']);
    await page.getByLabel('everything').check();
    expect(await shown()).toEqual(everything);
  });
});

describe('with a keyboard', () => {
  it('reaches words and statements, leads on with arrows, and chooses with Enter', async () => {
    const { page } = await open(write(manuscript));
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('To the article');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('The Lantern');
    // The title of the infobox gives the name once more.
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('The Lantern');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Oona Brandt');
    await page.keyboard.press('Enter');
    expect(await marked(page, '.note')).toHaveLength(3);

    // What was read from the words is the next stop.
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Oona Brandt a schema:Person');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toContain('raw:running_time');
    await page.keyboard.press('Enter');
    expect(await marked(page, '.w')).toEqual(['1942']);
    expect(await page.getByRole('status').textContent()).toContain('“1942”: The Lantern raw:running_time');
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('1942');
    await page.keyboard.press('End');
    expect(await focused(page)).toBe('Marek');
    await page.keyboard.press(' ');
    expect(await marked(page, '.w')).toEqual(['Marek']);
    await page.keyboard.press('Escape');
    expect(await marked(page, '.w')).toEqual([]);
  });

  it('stops at few places, however many statements there are', async () => {
    const { page } = await open(write(comrades));
    const stops = await page.locator('[data-of][tabindex="0"], .note[tabindex="0"]').count();
    expect(stops).toBe(2);
  });
});

describe('with hostile words', () => {
  it.each([
    ['hostile.txt', hostileText],
    ['hostile.wiki', hostileWikitext],
  ])('shows %s as words, and runs none of them', async (name, text) => {
    const { page, complaints } = await open(write(text, name));
    for (const word of await page.locator('.w[data-of], .note').all()) await word.dispatchEvent('click');
    await page.waitForTimeout(100);
    expect(await page.title()).not.toBe(hostileMark);
    expect(complaints).toEqual([]);
    expect(await page.locator('main').textContent()).toContain('<script>document.title=');
    expect(await page.locator('script, style').count()).toBe(2);
    expect(
      await page.locator('img, iframe, main svg, [onclick], [onerror], a[href^="javascript"]').count(),
    ).toBe(0);
  });

  it('would not run a script if one came in', async () => {
    const { page, complaints } = await open(write(manuscript));
    await page.evaluate(`
      const script = document.createElement('script');
      script.textContent = "document.title = '${hostileMark}'";
      document.body.append(script);
      const image = document.createElement('img');
      image.src = 'https://example.org/x.png';
      document.body.append(image);
    `);
    await page.waitForTimeout(100);
    expect(await page.title()).not.toBe(hostileMark);
    expect(complaints.filter((line) => line.includes('Content Security Policy')).length).toBeGreaterThan(1);
  });
});

describe.each([
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 320 },
] as const)('in $colorScheme, $width pixels wide', ({ colorScheme, width }) => {
  it.each([
    ['an article', comrades],
    ['one with problems', manuscript],
    ['a hostile one', hostileText],
  ])('%s is accessible and needs no sideways scrolling', async (_, input) => {
    const { page } = await open(write(input), {
      colorScheme,
      viewport: { width, height: 800 },
      bypassCSP: true,
    });
    await page.addScriptTag({ content: axe });
    // What is out of sight is not drawn, and what is drawn beside words hides their background from the check.
    await page.addStyleTag({
      content: '.unit { content-visibility: visible !important } .unit::before { display: none !important }',
    });
    await page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true");
    const check = async (): Promise<unknown> =>
      page.evaluate(`axe.run(document).then(({ violations, incomplete }) =>
        [...violations, ...incomplete].map(({ id, nodes }) => [id, nodes.length, nodes[0].html]))`);
    expect(await check()).toEqual([]);
    await page.locator('.w[data-of]').nth(2).click();
    expect(await check()).toEqual([]);
    await page.locator('[data-part]').first().click();
    expect(await check()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });
});

it('changes little of a page of 100 kB with more than 2,000 statements at a click', async () => {
  const cast = Array.from({ length: 300 }, (_, i) => `- ${nameOf(i)} Berg as The Keeper of Lamp ${i}`);
  const plot = 'The traveller walks along the river and thinks of the harbour. '.repeat(20).trim();
  const text = `${manuscript.replace('== Cast ==\n', `== Plot ==\n${`${plot}\n\n`.repeat(70)}== Cast ==\n`)}${cast.join('\n')}\n`;
  expect(text.length).toBeGreaterThan(100_000);
  const { page } = await open(write(text));
  expect(await page.locator('.note').count()).toBeGreaterThan(2000);
  const changes = (selector: string): Promise<number> =>
    page.evaluate(`new Promise((resolve) => {
      let count = 0;
      const watch = { subtree: true, childList: true, attributes: true, characterData: true };
      new MutationObserver((records) => { count += records.length; }).observe(document, watch);
      document.querySelectorAll('${selector}')[400].click();
      requestAnimationFrame(() => setTimeout(() => resolve(count)));
    })`) as Promise<number>;
  for (const selector of ['.w[data-of]', '.note']) {
    const changed = await changes(selector);
    expect(changed).toBeGreaterThan(0);
    expect(changed).toBeLessThan(100);
  }
});

/** A name of letters alone for each number. */
function nameOf(number: number): string {
  const letters = [...String(number)].map((digit) => 'abcdefghij'.charAt(Number(digit)));
  return `Anna${letters.join('')}`;
}
