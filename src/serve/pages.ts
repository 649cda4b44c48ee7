/** Pages for people. */
import type { Handler, Site } from './handler.js';

/** What answers with pages and their assets; each gives null for what is not for it. */
export function pageHandlers(_site: Site): Handler[] {
  return [];
}
