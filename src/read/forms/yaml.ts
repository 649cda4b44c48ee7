/** Lines that are looked at. */
const looked = 60;

/** Whether a text is YAML from its first line on, and not an article below some lines of it. */
export function isYaml(text: string, name = ''): boolean {
  const head = text.slice(0, 1 << 16).replace(/^[\ufeff\s]+/, '');
  if (/^%YAML[ \t]/.test(head)) return true;
  const lines = head.split(/\r?\n/, looked);
  const isMarked = /^---(?:\s|$)/.test(lines[0] as string);
  const body = (isMarked ? lines.slice(1) : lines).filter(
    (line) => line.trim() !== '' && !/^\s*#/.test(line),
  );
  const isAll =
    body.length > 0 &&
    body.every((line) => /^(?:\s|- |-$|---|\.\.\.)|^[\w"'][^:\n]{0,60}:(?:\s|$)/.test(line));
  if (!isAll || !body.some((line) => /^[\w"'][^:\n]{0,60}:(?:\s|$)/.test(line))) return false;
  if (isMarked || /\.ya?ml$/i.test(name)) return true;
  // Lines of labels and values are an article's, too; what stands indented under a bare one is not.
  return body.some(
    (line, i) => /^[\w-]+:\s*[|>]?[-+]?\s*$/.test(line) && /^(?: +\S|- )/.test(body[i + 1] ?? ''),
  );
}
