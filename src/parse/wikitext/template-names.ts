/** A name with a `*`: what stands before and behind it. */
interface Pattern<Value> {
  readonly head: string;
  readonly tail: string;
  readonly value: Value;
}

/** What is known of templates by their names in lower case, in which a `*` stands for some words. */
export class TemplateNames<Value> {
  private readonly exact = new Map<string, Value>();
  private patterns: readonly Pattern<Value>[] = [];

  /** A later definition goes before an earlier one, and a longer pattern before a shorter. */
  define(names: readonly string[], value: Value): void {
    const length = ({ head, tail }: Pattern<Value>): number => head.length + tail.length;
    const added: Pattern<Value>[] = [];
    for (const written of names) {
      const name = written.toLowerCase();
      const [head = '', tail = ''] = name.split('*');
      if (name.includes('*') && name !== '*') added.push({ head, tail, value });
      else this.exact.set(name, value);
    }
    this.patterns = [...added, ...this.patterns].sort((a, b) => length(b) - length(a));
  }

  /** What is known of the very name. */
  named(name: string): Value | undefined {
    return this.exact.get(name);
  }

  /** What is known of names of its form, with what the `*` stands for. */
  fitting(name: string): { readonly value: Value; readonly star: string } | undefined {
    const found = this.patterns.find(
      ({ head, tail }) =>
        name.length >= head.length + tail.length && name.startsWith(head) && name.endsWith(tail),
    );
    return (
      found && { value: found.value, star: name.slice(found.head.length, name.length - found.tail.length) }
    );
  }
}
