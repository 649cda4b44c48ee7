/** The challenges of a `WWW-Authenticate` header (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1). */
export interface Challenge {
  /** In lower case. */
  readonly scheme: string;
  /** Names in lower case; values without their quotation marks. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Servers send one or two challenges of a few hundred characters. */
const longestHeader = 8192;

/** Reads one header, in which several challenges may stand; what is none is passed over. */
export function parseChallenges(header: string): Challenge[] {
  const challenges: { scheme: string; parameters: Record<string, string> }[] = [];
  const part =
    /([!#$%&'*+.^_`|~\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))|([!#$%&'*+.^_`|~\w-]+)(?=\s|,|$)/gy;
  const text = header.slice(0, longestHeader);
  for (let at = 0; at < text.length; ) {
    part.lastIndex = at;
    const found = part.exec(text);
    if (!found) {
      at++;
      continue;
    }
    const [whole, name, quoted, plain, scheme] = found;
    at += whole.length;
    if (scheme !== undefined) challenges.push({ scheme: scheme.toLowerCase(), parameters: {} });
    else if (name !== undefined) {
      const value = quoted === undefined ? (plain as string) : quoted.replace(/\\(.)/g, '$1');
      const parameters = challenges.at(-1)?.parameters;
      if (parameters) parameters[name.toLowerCase()] = value;
    }
  }
  return challenges;
}
