const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text as HTML, inside an element or a quoted attribute. Control characters, which no HTML may hold, are U+FFFD.
 * https://html.spec.whatwg.org/multipage/syntax.html#text-2
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => entities[character] as string)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd');
}

/** A value of an attribute, with its quotation marks. */
export function attribute(value: string): string {
  return `"${escapeHtml(value)}"`;
}
