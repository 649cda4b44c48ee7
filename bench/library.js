// @ts-check
/** The library as its users get it: built. */

/** @type {typeof import('../src/index.js')} */
export const library = await import(new URL('../dist/index.js', import.meta.url).href);

/**
 * A page as the library takes it.
 *
 * @param {{ title: string, text: string }} page
 * @returns {import('../src/source.js').Source}
 */
export function sourceOf({ title, text }) {
  return { name: title, title, text, format: 'wikitext' };
}
