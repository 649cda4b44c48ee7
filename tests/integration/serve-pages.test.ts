/** The pages of the server in a real browser: with a mouse, with a keyboard, without scripts, and with hostile words. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Running } from '../serve/start.js';
import { serve } from '../serve/start.js';
import { hostileMark, hostileText } from '../support/hostile.js';
import { article2rdf, root } from './program.js';

const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const saltWind = `= Salt Wind =

Salt Wind
- Directed by: Oona Brandt
- Produced by: Tom Ashe
- Running time: 1h 56m
- Budget: €4.5 million
- Colour: Eastmancolor

Salt Wind is a 1998 Norwegian drama film directed by Oona Brandt.

== Cast ==
- Vera Lindqvist as Marta
- Tom Ashe as the ferryman

== Release ==
The film was released in Norway on 3 May 1998. It grossed €2 million in Norway.

== Reception ==
It won Best Film at the 20th Harbour Awards. Ida Holm of The Stone Gazette called it "a ferry that nobody wants to leave".
`;
const nightFerry = `= Night Ferry =

Night Ferry
- Directed by: Oona Brandt
- Running time: 95 minutes

Night Ferry is a 2003 Danish drama film.

== Cast ==
- Vera Lindqvist as Ida
`;

let folder: string;
let server: Running;
let browser: Browser;
beforeAll(async () => {
  if (!existsSync(executable))
    throw new Error(`there is no browser at ${executable}; install chromium, or name one with CHROMIUM`);
  folder = mkdtempSync(join(tmpdir(), 'article2rdf-'));
  const articles = join(folder, 'articles');
  mkdirSync(articles);
  writeFileSync(join(articles, 'Salt_Wind.txt'), saltWind);
  writeFileSync(join(articles, 'Night_Ferry.txt'), nightFerry);
  // A byte 0 is no text, and is refused before anything is read.
  writeFileSync(join(articles, 'hostile.txt'), hostileText.replaceAll('\u0000', '\u0001'));
  const data = join(folder, 'data');
  const { status, stderr } = article2rdf([
    'convert',
    articles,
    '--provenance',
    'span',
    '-f',
    'nquads',
    '-o',
    data,
  ]);
  expect([status, stderr]).toEqual([0, expect.stringContaining('3 articles')]);
  copyFileSync(join(root, 'tests/serve/pages/hostile.nq'), join(data, 'evil.nq'));
  copyFileSync(join(root, 'tests/serve/pages/island.nq'), join(data, 'island.nq'));
  server = await serve([data, '--source', join(articles, 'Salt_Wind.txt'), join(articles, 'hostile.txt')]);
  // Whoever runs the tests as root, as many containers do, has no sandbox.
  browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

interface Opened {
  readonly page: Page;
  /** What the browser complained of, and what it asked others for. */
  readonly complaints: string[];
  readonly addresses: string[];
}

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  const addresses: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    addresses.push(request.url());
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
      complaints.push(`asked ${request.url()}`);
  });
  await page.goto(new URL(path, server.url).href, { waitUntil: 'networkidle' });
  return { page, complaints, addresses };
}

const path = (page: Page): string => decodeURIComponent(new URL(page.url()).pathname);

describe('with a mouse', () => {
  it('leads from a search to a film, to a person, to another film', async () => {
    const { page, complaints } = await open('/');
    await page.getByRole('searchbox').last().fill('salt');
    await page.getByRole('button', { name: 'Search' }).last().click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Names with “salt”');
    await page.getByRole('main').getByRole('link', { name: 'Salt Wind' }).first().click();
    expect(path(page)).toBe('/page/Salt_Wind');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Salt Wind');
    await page.getByRole('main').getByRole('link', { name: 'Oona Brandt' }).first().click();
    expect(path(page)).toBe('/page/Oona_Brandt');
    await page.getByRole('main').getByRole('link', { name: 'Night Ferry' }).first().click();
    expect(path(page)).toBe('/page/Night_Ferry');
    expect(complaints).toEqual([]);
  });

  it('tells the facts of a film in words, and what each was read from', async () => {
    const { page, complaints } = await open('/page/Salt_Wind');
    const fact = (name: string) =>
      page
        .locator('.facts > div')
        .filter({ has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) })
        .locator('dd')
        .first();
    expect(await fact('duration').locator('time').textContent()).toBe('1 h 56 min');
    expect(await fact('duration').locator('time').getAttribute('datetime')).toBe('PT1H56M');
    expect(await fact('budget').locator('data').textContent()).toBe('€4,500,000');
    const cast = page.getByRole('region', { name: /^Cast/ });
    expect(await cast.locator('tbody tr').allTextContents()).toEqual([
      expect.stringMatching(/^Vera LindqvistMarta/),
      expect.stringMatching(/^Tom Ashethe ferryman/i),
    ]);
    await fact('director').locator('summary').click();
    expect(await fact('director').locator('q').first().textContent()).toBe('Oona Brandt');
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(
      'https://example.org/page/Salt_Wind',
    );
    expect(complaints).toEqual([]);
  });

  it('shows the figures, the time and the place of a thing, and asks nobody for a map', async () => {
    const { page, complaints, addresses } = await open('/page/Tern_Island');
    const rows = (name: string) =>
      page.getByRole('region', { name: new RegExp(`^${name}`) }).locator('tbody tr');
    expect(await rows('Figures').allTextContents()).toEqual(['area12.5 km²', 'population1,2042011']);
    expect(await rows('Timeline').allTextContents()).toEqual(
      ['1950 – 1961leader Ann Lee\n', 'from 1962leader Bo Berg\n'].map((row) => row.trim()),
    );
    const map = await page.getByRole('img', { name: 'Where it is on the earth' }).boundingBox();
    const place = await page.locator('.map .place').boundingBox();
    // 60° north and 10° east are a sixth from the top and 190 of 360 degrees from the left.
    if (!map || !place) throw new Error('there is no map');
    expect((place.x + place.width / 2 - map.x) / map.width).toBeCloseTo(190 / 360, 1);
    expect((place.y + place.height / 2 - map.y) / map.height).toBeCloseTo(1 / 6, 1);
    expect(addresses.filter((address) => !address.startsWith(server.url))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('leads to the part that an address ends with', async () => {
    const { page } = await open('/resource/Salt_Wind#cast-vera-lindqvist');
    expect(await page.locator(':target').textContent()).toContain('Marta');
  });

  it('holds the thing as JSON-LD', async () => {
    const { page } = await open('/page/Salt_Wind');
    const text = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(text ?? '')).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Movie',
      '@id': 'https://example.org/resource/Salt_Wind',
      name: 'Salt Wind',
      // The store writes durations in its own way.
      duration: 'PT1H56M',
      director: { '@type': 'Person', name: 'Oona Brandt' },
    });
  });

  it('marks the words of the source', async () => {
    const { page, complaints } = await open('/page/Salt_Wind');
    await page.getByRole('link', { name: 'The article with its words marked' }).click();
    await page.getByRole('button', { name: 'Oona Brandt', exact: true }).first().click();
    const notes = await page.locator('.note.on').evaluateAll((found) => found.map((one) => one.textContent));
    expect(notes).toContain('Salt Wind schema:director Oona Brandt');
    expect(complaints).toEqual([]);
  });

  it('says how to give a source that is not there, and shows the words that are quoted', async () => {
    const { page } = await open('/page/Night_Ferry/source');
    expect(await page.getByRole('main').textContent()).toContain('--source');
    expect(await page.locator('q').allTextContents()).toContain('95 minutes');
  });

  it('runs a query', async () => {
    const { page, complaints } = await open('/query');
    await page.getByRole('link', { name: 'cast', exact: true }).click();
    await page.locator('.yasr .dataTable').getByText('Marta').waitFor();
    expect(await page.locator('form.query').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });
});

describe('the picture of the graph', () => {
  const state = (page: Page): Promise<{ zoom: number; x: number; y: number; nodes: number }> =>
    page.evaluate(`(() => {
      const { cy } = document.querySelector('.canvas');
      return { zoom: cy.zoom(), ...cy.pan(), nodes: cy.nodes().length };
    })()`);

  it('is moved with the keyboard, and grows', async () => {
    const { page, complaints } = await open('/page/Night_Ferry/graph');
    await page.getByText('things were added').waitFor();
    const canvas = page.getByRole('application');
    await canvas.focus();
    const first = await state(page);
    await page.keyboard.press('ArrowRight');
    expect((await state(page)).x).toBe(first.x - 60);
    await page.keyboard.press('+');
    expect((await state(page)).zoom).toBeCloseTo(1.3 * first.zoom);
    for (let i = 0; i < first.nodes; i++) {
      await page.keyboard.press('n');
      if ((await page.locator('.chosen').textContent())?.startsWith('Oona Brandt')) break;
    }
    expect(await page.locator('.chosen').textContent()).toContain('Night Ferry – director – Oona Brandt');
    await page.keyboard.press('Enter');
    await page.getByText(/things were added/).waitFor();
    expect((await state(page)).nodes).toBeGreaterThan(first.nodes);
    await page.keyboard.press('o');
    await page.waitForURL('**/page/Oona_Brandt');
    expect(complaints).toEqual([]);
  });

  it('is dragged and clicked with a mouse', async () => {
    const { page } = await open('/page/Night_Ferry/graph');
    await page.getByText('things were added').waitFor();
    const first = await state(page);
    const box = await page.locator('.canvas').boundingBox();
    if (!box) throw new Error('there is no picture');
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 80, box.y + 50, { steps: 4 });
    await page.mouse.up();
    expect(await state(page)).toMatchObject({ x: first.x + 60, y: first.y + 30 });
    const centre = await page.evaluate<{ x: number; y: number }>(
      `document.querySelector('.canvas').cy.nodes('.centre').renderedPosition()`,
    );
    await page.mouse.click(box.x + centre.x, box.y + centre.y);
    expect(await page.locator('.chosen').textContent()).toMatch(/^Night Ferry \(movie\)/);
  });

  it('is a list too, that leads on', async () => {
    const { page } = await open('/page/Night_Ferry/graph', { javaScriptEnabled: false });
    expect(await page.locator('.canvas').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Oona Brandt' }).click();
    expect(path(page)).toBe('/page/Oona_Brandt/graph');
  });
});

describe('without scripts', () => {
  it('searches, shows things and answers queries', async () => {
    const { page, complaints } = await open('/', { javaScriptEnabled: false });
    await page.getByRole('searchbox').first().fill('FERRY');
    await page.keyboard.press('Enter');
    await page.getByRole('main').getByRole('link', { name: 'Night Ferry' }).first().click();
    expect(await page.locator('time').first().textContent()).toBe('2003');
    await page.getByRole('link', { name: 'Query', exact: true }).click();
    await page
      .getByLabel('Query', { exact: true })
      .fill(
        'SELECT ?name { ?s a <https://schema.org/Movie> ; <https://schema.org/name> ?name FILTER(STRSTARTS(?name, "N")) }',
      );
    await page.getByRole('button', { name: 'Ask' }).click();
    expect(await page.locator('.answer td').allTextContents()).toEqual(['Night Ferry']);
    await page.getByLabel('Query', { exact: true }).fill('SELECT nonsense');
    await page.getByRole('button', { name: 'Ask' }).click();
    expect(await page.locator('.failure').textContent()).toBe('This is no query that can be asked.');
    expect(complaints).toEqual([]);
  });
});

describe('with a keyboard', () => {
  it('skips to the content, and unfolds the words of a fact', async () => {
    const { page } = await open('/page/Salt_Wind');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('To the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('MAIN');
    await page.locator('summary.reading-mark').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('details.reading[open]').count()).toBe(1);
  });
});

describe('with hostile words', () => {
  const views = ['', '/source', '/graph'];

  async function expectWords({ page, complaints }: Opened): Promise<void> {
    await page.waitForTimeout(100);
    expect(await page.title()).not.toBe(hostileMark);
    expect(complaints).toEqual([]);
    const elements =
      'script:not([src]):not([type="application/ld+json"]), style, iframe, object, img, main svg:not(.bar), [onclick], [onload], [onerror], [onmouseover], [style]';
    // The picture's canvas has a style of its own.
    expect(
      await page
        .locator(elements)
        .evaluateAll((found) =>
          found
            .filter((one) => !one.closest('.canvas') && one.id !== '__________cytoscape_stylesheet')
            .map((one) => one.outerHTML),
        ),
    ).toEqual([]);
    const links = await page
      .locator('a[href]')
      .evaluateAll((found) => found.map((one) => (one as unknown as { href: string }).href));
    expect(
      links.filter((href) => !/^https?:\/\//.test(href) || /^https?:\/\/evil\.example/.test(href)),
    ).toEqual([]);
  }

  it.each(views)('shows the data of a hostile store as words: %s', async (view) => {
    const opened = await open(`/page/Evil${view}`);
    await expectWords(opened);
    if (view === '')
      expect(await opened.page.getByRole('heading', { level: 1 }).textContent()).toMatch(
        /^<\/script><script>document\.title=/,
      );
  });

  it.each(views)('shows a hostile article as words: %s', async (view) => {
    const { page } = await open('/search?q=HOSTILE&class=https%3A%2F%2Fschema.org%2FMovie');
    const href = await page
      .locator('.hits a')
      .filter({ hasNotText: /^<\/script><script>/ })
      .first()
      .getAttribute('href');
    const opened = await open(`${href?.replace('/resource/', '/page/')}${view}`);
    await expectWords(opened);
    const name = await opened.page.getByRole('heading', { level: 1 }).textContent();
    expect(name).toContain(`A </script><script>document.title='${hostileMark}'</script>`);
  });

  it.each([
    `/search?q=${encodeURIComponent(`"><script>document.title='${hostileMark}'</script>`)}`,
    `/search?class=${encodeURIComponent(`https://x.example/'onclick='`)}`,
    `/query?query=${encodeURIComponent(`</textarea><script>document.title='${hostileMark}'</script>`)}`,
    `/page/${encodeURIComponent(`<script>document.title='${hostileMark}'`)}`,
    '/search?q=HOSTILE',
    '/',
  ])('shows what is asked for as words: %s', async (address) => {
    const { page, complaints } = await open(address, { javaScriptEnabled: !address.startsWith('/query') });
    expect(await page.title()).not.toBe(hostileMark);
    expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
    expect(await page.locator('main script, main img, [onclick], [onerror]').count()).toBe(0);
  });

  it('would not run a script if one came in', async () => {
    for (const address of ['/page/Salt_Wind', '/query', '/page/Salt_Wind/graph']) {
      const { page, complaints } = await open(address);
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
    }
  });
});

const kinds = [
  '/',
  '/search?q=a',
  '/search?q=nothing-is-called-so',
  '/page/Salt_Wind',
  '/page/Oona_Brandt',
  '/page/Evil',
  '/page/Tern_Island',
  '/page/Salt_Wind/source',
  '/page/Night_Ferry/source',
  '/page/Salt_Wind/graph',
  '/vocab',
  '/vocab/film',
  '/shapes',
  '/shapes/film',
  '/query',
  '/page/Nobody',
];

describe.each([
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 320 },
] as const)('in $colorScheme, $width pixels wide', ({ colorScheme, width }) => {
  it.each(kinds)('%s is accessible and needs no sideways scrolling', async (address) => {
    const { page } = await open(address, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    await page.addScriptTag({ content: axe });
    // What is out of sight is not drawn, and what is drawn beside words hides their background from the check.
    await page.addStyleTag({
      content: '.unit { content-visibility: visible !important } .unit::before { display: none !important }',
    });
    await page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true");
    const found = await page.evaluate(
      // The editor is not ours, and the form that it takes the place of is checked below.
      `axe.run({ exclude: ['.editor'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].html]))`,
    );
    expect(found).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  it('the form of the query page and its answer are accessible', async () => {
    const query = encodeURIComponent('SELECT * { ?s ?p ?o } LIMIT 5');
    const { page } = await open(`/query?query=${query}`, {
      colorScheme,
      viewport: { width, height: 800 },
      bypassCSP: true,
    });
    await page.evaluate(`
      document.querySelector('.editor').remove();
      for (const hidden of document.querySelectorAll('form.query, .answer')) hidden.hidden = false;
    `);
    await page.addScriptTag({ content: axe });
    const found = await page.evaluate(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].html]))`,
    );
    expect(found).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });
});

it('is small', async () => {
  for (const address of ['/', '/search?q=a', '/page/Salt_Wind', '/vocab/film', '/shapes', '/shapes/film']) {
    const { page } = await open('about:blank');
    const client = await page.context().newCDPSession(page);
    let bytes = 0;
    client.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await client.send('Network.enable');
    await page.goto(new URL(address, server.url).href, { waitUntil: 'networkidle' });
    expect(bytes).toBeGreaterThan(1000);
    expect(bytes, address).toBeLessThan(100_000);
  }
});
