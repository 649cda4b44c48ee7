/** Words as code in a cell of a Markdown table; what holds a backtick stands as it is. */
export function code(words: string): string {
  const safe = words.replaceAll('|', '\\|').replaceAll('\n', ' ');
  return safe.includes('`') ? safe : `\`${safe}\``;
}
