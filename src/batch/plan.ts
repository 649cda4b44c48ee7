/** A plan: the shards of some inputs, one JSON object a line, that any number of machines can work off. */
import { createHash } from 'node:crypto';
import type { Problem } from '../problem.js';
import type { FormatName, ProvenanceMode } from '../rdf/formats.js';
import { formatNamed } from '../rdf/formats.js';
import type { Shard, ShardConfig, ShardHeader } from '../shard.js';

/** The options that decide the bytes of a part; all of them stand in the plan. */
export interface BatchOptions {
  readonly formats: readonly FormatName[];
  readonly base: string;
  readonly vocabBase: string;
  /** BCP 47 tag; null where the inputs say it. */
  readonly lang: string | null;
  /** Folder of the user's own mappings. */
  readonly mapping: string | null;
  readonly shapes: readonly string[];
  /** Path of a file of titles. */
  readonly titles?: string;
  readonly validate: boolean;
  /** Numbers of the namespaces whose pages are converted. */
  readonly namespaces: readonly number[];
  /** Whether redirects become statements. */
  readonly redirects: boolean;
  /** Whether it is stated what the links of articles lead to. */
  readonly mentions: boolean;
  /** Whether names without a link are looked up in the titles; they are where absent. */
  readonly nameLinks?: boolean | undefined;
  /** Whether it is stated which sources articles cite, and for what; it is not where absent. */
  readonly citations?: boolean | undefined;
  /** Whether pages that tell pages of like titles apart are converted; they are left out where absent. */
  readonly disambiguations?: boolean | undefined;
  /** How much is said of where statements were read. */
  readonly provenance: ProvenanceMode;
  /** When the conversion was made, as its user says it; null where that is not to be said. */
  readonly generatedAt: string | null;
  /** SHA-256 over mappings, shapes and context: others of the same name give other parts. */
  readonly settings: string;
}

/** Those of how one article becomes statements, besides its language and where it stands. */
export type ArticleOption =
  | 'base'
  | 'mentions'
  | 'nameLinks'
  | 'citations'
  | 'disambiguations'
  | 'provenance'
  | 'generatedAt';

/** An input and the ranges that it is cut into. */
export interface CutInput {
  readonly src: string;
  readonly header: ShardHeader;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

export function makePlan(inputs: readonly CutInput[], config: ShardConfig): Shard[] {
  const parts = inputs.flatMap(({ src, header, ranges }) =>
    ranges.map(({ start, end }) => ({ src, start, end, header })),
  );
  return parts.map((part, id) => ({ id, ...part, config }));
}

export function* planLines(shards: readonly Shard[]): Generator<string> {
  for (const { id, src, start, end, header, config } of shards)
    yield `${JSON.stringify({ id, src, start, end, header, config })}\n`;
}

/**
 * Reads a plan.
 *
 * @param name what a problem calls the file
 */
export function parsePlan(text: string, name: string): { shards: Shard[] } | { problem: Problem } {
  const shards: Shard[] = [];
  const kept = new Map<string, unknown>();
  const share = <T>(value: T): T => {
    const key = JSON.stringify(value);
    const known = kept.get(key) as T | undefined;
    if (known !== undefined) return known;
    kept.set(key, value);
    return value;
  };
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const shard = parseShard(line);
    const wrong = typeof shard === 'string' ? shard : disorder(shard, shards);
    if (typeof shard === 'string' || wrong !== null)
      return { problem: invalidPlan(name, wrong ?? '', shards.length + 1) };
    // Every line repeats them; in memory they stand once.
    shards.push({ ...shard, header: share(shard.header), config: share(shard.config) });
  }
  return shards.length > 0 ? { shards } : { problem: invalidPlan(name, 'it holds no shard', 1) };
}

function parseShard(line: string): Shard | string {
  let value: Partial<Shard> | null;
  try {
    value = JSON.parse(line);
  } catch {
    return 'this line is no JSON';
  }
  const { id, src, start, end, header, config } = value ?? {};
  if (![id, start, end].every((number) => Number.isSafeInteger(number)))
    return 'id, start and end are numbers';
  if (typeof src !== 'string' || typeof header?.kind !== 'string') return 'src and header are missing';
  const options = config?.options as Partial<BatchOptions> | undefined;
  if (typeof config?.version !== 'string' || !Array.isArray(options?.formats)) return 'config is missing';
  if (!options.formats.every((format) => formatNamed(String(format)))) return 'a format is not known';
  return { id, src, start, end, header, config } as Shard;
}

function disorder(shard: Shard, before: readonly Shard[]): string | null {
  if (shard.id !== before.length) return `shard ${shard.id} stands where shard ${before.length} should`;
  const first = before[0];
  const fits = !first || JSON.stringify(first.config) === JSON.stringify(shard.config);
  return fits ? null : 'its version or options are not those of the lines above';
}

function invalidPlan(source: string, what: string, line: number): Problem {
  const message = `This is no plan: ${what}. Make it with article2rdf plan, and do not change it.`;
  return { code: 'plan-invalid', severity: 'error', message, place: { source, line } };
}

/** What a part's bytes depend on: one whose sidecar holds another hash is made anew. */
export function shardHash({ id, src, start, end, header, config }: Shard): string {
  return createHash('sha256').update(JSON.stringify({ id, src, start, end, header, config })).digest('hex');
}

export function optionsOf({ config }: Shard): BatchOptions {
  return config.options as unknown as BatchOptions;
}
