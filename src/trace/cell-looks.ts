/** What says how a cell of a table looks, at the beginning of it. */

/** Attributes before a template that goes on with them. */
const attributes = /(?:\s*[a-z-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s|"'{}[\]]+))+(?=\s*\{\{)/iy;

/** What may stand before the bar, by whether it goes on, ends a template or ends the search. */
const pieces = /(?<template>\{\{)|(?<templateEnd>\}\})|(?<end>\[\[|\|\||\n|(?<!^)!!)|(?<bar>\|)/g;

const longest = 2000;

/** Up to a single bar outside of templates, or attributes before a template; empty where there is neither. */
export function cellLooksAt(text: string, from: number): string {
  const words = text.slice(from, from + longest);
  let depth = 0;
  for (const { 0: piece, index, groups } of words.matchAll(pieces)) {
    if (groups?.template) depth++;
    else if (groups?.templateEnd) depth = Math.max(0, depth - 1);
    else if (groups?.end && (depth === 0 || piece === '\n')) break;
    else if (groups?.bar && depth === 0) return words.slice(0, index + 1);
  }
  attributes.lastIndex = 0;
  return attributes.exec(words)?.[0] ?? '';
}
