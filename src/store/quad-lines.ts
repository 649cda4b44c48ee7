/** Lines of N-Quads (https://www.w3.org/TR/n-quads/) as those of their triples, and their terms. */

/** The triples of lines that have a graph; lines without one, or that are not valid, are left out. */
export function withoutGraphs(lines: string): string {
  const triples: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = lines.indexOf('\n', at);
    const triple = tripleOf(lines.slice(at, end < 0 ? lines.length : end));
    if (triple !== null) triples.push(triple);
    at = end < 0 ? lines.length : end + 1;
  }
  return triples.join('');
}

/** Subject, predicate and object of a line of N-Triples, as they are written there. */
export function termsOf(line: string): readonly [string, string, string] {
  const subject = afterTerm(line, 0);
  const predicate = afterTerm(line, subject);
  const object = afterTerm(line, predicate);
  return [
    line.slice(0, subject).trim(),
    line.slice(subject, predicate).trim(),
    line.slice(predicate, object).trim(),
  ];
}

function tripleOf(line: string): string | null {
  const end = afterTerm(line, afterTerm(line, afterTerm(line, 0)));
  const graph = line[afterSpace(line, end)];
  return graph === '<' || graph === '_' ? `${line.slice(0, end)} .\n` : null;
}

function afterSpace(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ' || line[at] === '\t') at++;
  return at;
}

/** Where the term ends that begins at or behind a place; the end of the line where it is none. */
function afterTerm(line: string, from: number): number {
  const start = afterSpace(line, from);
  switch (line[start]) {
    case '<':
      // A triple term of RDF 1.2 is an object, with nothing but a graph behind it.
      return line.startsWith('<<(', start) ? behind(line, line.lastIndexOf(')>>'), 3) : afterIri(line, start);
    case '"':
      return afterLiteral(line, start);
    case '_':
      return start + (/^[^\s<"]*/.exec(line.slice(start)) as RegExpExecArray)[0].replace(/\.+$/, '').length;
    default:
      return line.length;
  }
}

function afterIri(line: string, start: number): number {
  return behind(line, line.indexOf('>', start), 1);
}

function afterLiteral(line: string, start: number): number {
  let quote = start + 1;
  while (quote < line.length && line[quote] !== '"') quote += line[quote] === '\\' ? 2 : 1;
  const end = Math.min(quote + 1, line.length);
  const at = afterSpace(line, end);
  if (line.startsWith('^^', at)) return afterIri(line, at);
  return line[at] === '@' ? at + (/^@[A-Za-z0-9-]*/.exec(line.slice(at)) as RegExpExecArray)[0].length : end;
}

function behind(line: string, at: number, length: number): number {
  return at < 0 ? line.length : at + length;
}
