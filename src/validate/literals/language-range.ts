/** Whether a tag of a language is in a basic range (https://www.rfc-editor.org/rfc/rfc4647#section-3.3.1). */
export function isInRange(tag: string | undefined, range: string): boolean {
  if (!tag) return false;
  const [own, wanted] = [tag.toLowerCase(), range.toLowerCase()];
  return wanted === '*' || own === wanted || own.startsWith(`${wanted}-`);
}
