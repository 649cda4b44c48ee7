/**
 * JSON that may stand in an element `script` of a page: no text in it ends the element, or opens a comment there
 * (https://www.w3.org/TR/json-ld11/#restrictions-for-contents-of-json-ld-script-elements). Outside of strings JSON has no
 * such sign, and in them the escape means the same.
 */
export function scriptSafe(json: string): string {
  return json.replaceAll('<', '\\u003c');
}
