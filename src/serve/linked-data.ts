/**
 * Things and the documents about them (https://www.w3.org/TR/cooluris/#r303gendocument): a thing sends on to its document
 * by 303, a document comes in the format that the client likes best.
 */
import type { Format } from '../rdf/formats.js';
import { titleSegment } from '../rdf/iris.js';
import { preferred } from './accept.js';
import type { Asked } from './asked-iri.js';
import { askedIri, pathOf } from './asked-iri.js';
import { errorResponse } from './error-response.js';
import type { Handler, ServeRequest, ServeResponse, Site } from './handler.js';
import { isKnown, loadDocument, namesOf } from './load-document.js';
import { contentType, documentFormats, writeDocument } from './write-document.js';

const html = 'text/html';

/** @param people what answers with HTML */
export function linkedDataHandler(site: Site, people: Handler): Handler {
  return async (request) => {
    const asked = askedIri(site.base, request.path);
    if (asked === null) return null;
    if (asked === 'malformed') return errorResponse(400, 'The percent signs of this address are no UTF-8.');
    const usual = await usualForm(site, asked, request);
    if (usual) return found(site, usual);
    if (asked.kind === 'resource') return seeOther(site, asked, request, people);
    return document(site, asked, request, people);
  };
}

/** What is meant by a title that is not written as titles are, such as `salt wind`; null where it is, or nothing is. */
async function usualForm(site: Site, asked: Asked, { signal }: ServeRequest): Promise<Asked | null> {
  const title = titleSegment(decodeURIComponent(asked.title));
  if (title === asked.title || asked.title.includes('/')) return null;
  if (await isKnown(site.own, namesOf(site.base, asked.title), signal)) return null;
  return (await isKnown(site.own, namesOf(site.base, title), signal)) ? { ...asked, title } : null;
}

function found(site: Site, asked: Asked): ServeResponse {
  const location = pathOf(site.base, asked);
  return {
    status: 302,
    headers: { location, 'content-type': 'text/plain; charset=utf-8' },
    body: `It is written so: ${location}\n`,
  };
}

async function seeOther(
  site: Site,
  asked: Asked,
  request: ServeRequest,
  people: Handler,
): Promise<ServeResponse | null> {
  const isThere = await isKnown(site.own, namesOf(site.base, asked.title), request.signal);
  if (!isThere) return people(request);
  const path = pathOf(site.base, { ...asked, kind: 'page' });
  return {
    status: 303,
    headers: {
      location: path,
      link: [...links(path), `<${path}>; rel="describedby"`].join(', '),
      'content-type': 'text/plain; charset=utf-8',
    },
    body: `What is known of it: ${path}\n`,
  };
}

async function document(
  site: Site,
  asked: Asked,
  request: ServeRequest,
  people: Handler,
): Promise<ServeResponse | null> {
  const { path, headers, signal } = request;
  const named = await formatInPath(site, asked, signal);
  if (named) return data(site, named.asked, named.format, signal);
  const offered = [html, ...documentFormats.map(({ mediaType }) => mediaType)];
  const wanted = preferred(headers.accept, offered);
  // What lies below a page is no document of the data, and comes as it is.
  const isBelow = asked.title.includes('/');
  if (wanted === null)
    return (isBelow ? await people(request) : null) ?? notAcceptable(pathOf(site.base, asked), offered);
  const format = documentFormats.find(({ mediaType }) => mediaType === wanted);
  const response = format
    ? await data(site, asked, format, signal)
    : isBelow
      ? await people(request)
      : withLinks(await people(request), pathOf(site.base, asked));
  if (!response) return format ? withVary(errorResponse(404, `Nothing is known of ${path}.`)) : null;
  return withVary(response);
}

/** `/page/X.ttl` is the Turtle of `/page/X`, unless something is called so itself. */
async function formatInPath(
  site: Site,
  asked: Asked,
  signal: AbortSignal,
): Promise<{ readonly asked: Asked; readonly format: Format } | null> {
  const format = documentFormats.find(({ extension }) => asked.title.endsWith(`.${extension}`));
  if (!format || (await isKnown(site.own, namesOf(site.base, asked.title), signal))) return null;
  const title = asked.title.slice(0, -format.extension.length - 1);
  return title === '' ? null : { asked: { ...asked, title }, format };
}

async function data(
  site: Site,
  asked: Asked,
  format: Format,
  signal: AbortSignal,
): Promise<ServeResponse | null> {
  const found = await loadDocument(site.own, site.base, asked.title, signal);
  if (!found) return null;
  const path = pathOf(site.base, asked);
  return {
    status: 200,
    headers: {
      'content-type': contentType(format.mediaType),
      'content-location': `${path}.${format.extension}`,
      link: [...links(path), ...profile(format)].join(', '),
      ...(found.isCut ? { 'x-document-cut': 'true' } : {}),
    },
    body: writeDocument(found.statements, format, { page: found.page, version: site.version }),
  };
}

/** https://www.rfc-editor.org/rfc/rfc8288: the document in its other formats, and the data set that it is of. */
function links(path: string): string[] {
  const alternates = documentFormats.map(
    ({ mediaType, extension }) => `<${path}.${extension}>; rel="alternate"; type="${mediaType}"`,
  );
  return [...alternates, '</.well-known/void>; rel="describedby"'];
}

/** https://www.w3.org/TR/json-ld11/#iana-considerations */
function profile({ name }: Format): string[] {
  return name === 'jsonld' ? ['<http://www.w3.org/ns/json-ld#compacted>; rel="profile"'] : [];
}

function withLinks(response: ServeResponse | null, path: string): ServeResponse | null {
  if (response?.status !== 200) return response;
  return { ...response, headers: { link: links(path).join(', '), ...response.headers } };
}

function withVary(response: ServeResponse): ServeResponse {
  return { ...response, headers: { ...response.headers, vary: 'Accept' } };
}

function notAcceptable(path: string, offered: readonly string[]): ServeResponse {
  const lines = [
    `${html} ${path}`,
    ...documentFormats.map((format) => `${format.mediaType} ${path}.${format.extension}`),
  ];
  const message = `This document comes as ${offered.join(', ')}:\n${lines.join('\n')}`;
  return withVary(errorResponse(406, message, { link: links(path).join(', ') }));
}
