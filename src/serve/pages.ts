/** Pages for people: which handler answers which path with which page. */
import { readSiteFiles } from '../read/site-files.js';
import { SparqlError } from '../store/sparql-service.js';
import type { Handler, ServeRequest, ServeResponse, Site } from './handler.js';
import { Addresses } from './pages/addresses.js';
import { Assets } from './pages/assets.js';
import { examples } from './pages/examples.js';
import { graphPage, neighbourhood } from './pages/graph-page.js';
import type { HomeData } from './pages/home-page.js';
import { homePage, loadHome } from './pages/home-page.js';
import { html } from './pages/html.js';
import type { PageParts } from './pages/layout.js';
import { pageHtml } from './pages/layout.js';
import { graphPolicy, queryPolicy } from './pages/policies.js';
import { askedOf, queryPage } from './pages/query-page.js';
import { Questions } from './pages/questions.js';
import { findNames, searchOf, searchPage } from './pages/search-page.js';
import { shapesPage } from './pages/shapes-page.js';
import { hasCitations, loadQuotes, markedPage, unmarkedPage } from './pages/source-page.js';
import { loadThing } from './pages/thing-data.js';
import { thingPage } from './pages/thing-page.js';
import { vocabularyIndex, vocabularyPage } from './pages/vocabulary-pages.js';

/** Counting everything takes long in a large store, and changes seldom. */
const homeMilliseconds = 60_000;

/** What answers with pages and their assets; each gives null for what is not for it. */
export function pageHandlers(site: Site): Handler[] {
  const pages = new Pages(site);
  return [pages.asset, pages.page];
}

class Pages {
  private readonly addresses: Addresses;
  private readonly assets = new Assets(readSiteFiles());
  private home: HomeData | null = null;

  constructor(private readonly site: Site) {
    this.addresses = new Addresses(site.base);
  }

  readonly asset: Handler = async ({ path, headers }) =>
    this.assets.response(path, headers['accept-encoding']);

  readonly page: Handler = async (request) => {
    try {
      return (await this.fixedPage(request)) ?? (await this.subjectPage(request)) ?? this.notFound(request);
    } catch (error) {
      if (!(error instanceof SparqlError) || error.failure === 'cancelled') throw error;
      return this.respond(failurePage(error), 503, { 'retry-after': '5', 'cache-control': 'no-store' });
    }
  };

  private async fixedPage(request: ServeRequest): Promise<ServeResponse | null> {
    const { path } = request;
    const { addresses } = this;
    if (path === '/') return this.respond(homePage(await this.homeData(request), addresses));
    if (path === '/search') return this.search(request);
    if (path === '/query' || path === '/sparql') return this.query(request);
    const [isOfShapes, kind = null] = /^\/shapes(?:\/([a-z][a-z0-9-]*))?$/.exec(path) ?? [];
    const shapes = isOfShapes === undefined ? null : shapesPage(addresses, kind);
    if (shapes) return this.respond(shapes);
    if (path === '/vocab' || path === '/vocab/') return this.respond(vocabularyIndex());
    const [, vocabulary] = /^\/vocab\/([a-z]+)$/.exec(path) ?? [];
    const page = vocabulary === undefined ? null : vocabularyPage(vocabulary, addresses);
    return page ? this.respond(page) : null;
  }

  private async homeData({ signal }: ServeRequest): Promise<HomeData> {
    if (this.home) return this.home;
    const data = await loadHome(new Questions(this.site, signal));
    if (data.articles.length === 0) return data;
    this.home = data;
    // Where counting takes too long, it is not tried again with every visitor.
    const milliseconds = data.classes === null ? 20 * homeMilliseconds : homeMilliseconds;
    setTimeout(() => {
      this.home = null;
    }, milliseconds).unref();
    return data;
  }

  private async search({ query, signal }: ServeRequest): Promise<ServeResponse> {
    const search = searchOf(query);
    const found = await findNames(new Questions(this.site, signal), search);
    return this.respond(searchPage(search, found, this.addresses));
  }

  private async query(request: ServeRequest): Promise<ServeResponse> {
    const hasEditor = this.assets.has('yasgui.js') && this.assets.has('yasgui.css');
    const asked = await askedOf(this.site, request);
    const page = queryPage(asked, examples(), this.addresses, hasEditor);
    return this.respond(page, 200, { 'content-security-policy': queryPolicy });
  }

  private async subjectPage(request: ServeRequest): Promise<ServeResponse | null> {
    const asked = this.addresses.subjectOf(request.path);
    if (!asked) return null;
    const { subject, view } = asked;
    const { addresses, assets } = this;
    const questions = new Questions(this.site, request.signal);
    if (view === '/source') return this.source(subject, questions);
    if (!['', '/graph', '/graph.json'].includes(view)) return null;
    const data = await loadThing(questions, subject);
    if (data.facts.size === 0 && data.incoming.length === 0) return null;
    if (view === '') return this.respond(thingPage(data, addresses));
    if (view === '/graph.json')
      return {
        status: 200,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(neighbourhood(data, addresses)),
      };
    const hasPicture = assets.has('cytoscape.js');
    return this.respond(graphPage(data, addresses, hasPicture), 200, {
      'content-security-policy': graphPolicy,
    });
  }

  private async source(
    subject: Parameters<typeof loadQuotes>[1],
    questions: Questions,
  ): Promise<ServeResponse | null> {
    const source = await this.site.sourceOf(subject.page);
    const marked = source
      ? await markedPage(source, subject, this.addresses, await hasCitations(questions, subject))
      : null;
    if (marked) return this.respond(marked);
    const data = await loadThing(questions, subject);
    if (data.facts.size === 0 && data.incoming.length === 0) return null;
    return this.respond(unmarkedPage(await loadQuotes(questions, subject), subject, this.addresses));
  }

  private notFound({ path }: ServeRequest): ServeResponse {
    const page: PageParts = {
      title: 'Nothing here',
      body: html`<h1>There is nothing here</h1><p>The data does not speak of <code>${decoded(path)}</code>. Search for its name, or begin at the <a href="/">first page</a>.</p>`,
    };
    return this.respond(page, 404);
  }

  private respond(
    page: PageParts,
    status = 200,
    headers: Readonly<Record<string, string>> = {},
  ): ServeResponse {
    const body = pageHtml(page, this.assets.address);
    return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
  }
}

function failurePage(error: SparqlError): PageParts {
  const words =
    error.failure === 'busy'
      ? 'Too much is being asked at once, or the data is being loaded. Try again in a moment.'
      : error.failure === 'unavailable'
        ? 'The store that this server asks does not answer. Try again in a moment.'
        : 'The store took too long for this page. Try again in a moment.';
  return { title: 'No answer', body: html`<h1>The store gave no answer</h1><p>${words}</p>` };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).slice(0, 300);
  } catch {
    return path.slice(0, 300);
  }
}
