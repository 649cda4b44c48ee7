import type { Kind } from './kind.js';

/** Kinds that are compiled when they are asked for: few of them are those of a run's articles. */
export class Kinds {
  private readonly compiled = new Map<string, Kind | undefined>();

  /**
   * @param names in the order of their files
   * @param compile gives nothing for a kind whose files have an error
   */
  constructor(
    private readonly names: ReadonlySet<string>,
    private readonly compile: (name: string) => Kind | undefined,
  ) {}

  has(name: string): boolean {
    return this.names.has(name);
  }

  get(name: string): Kind | undefined {
    if (!this.names.has(name)) return undefined;
    if (!this.compiled.has(name)) this.compiled.set(name, this.compile(name));
    return this.compiled.get(name);
  }

  /** In the order of their names. */
  get all(): readonly Kind[] {
    const found = [...this.names].map((name) => this.get(name)).filter((kind) => kind !== undefined);
    return found.sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
