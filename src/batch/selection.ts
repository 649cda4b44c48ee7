/** Which shards of a plan a process is to do. */

export type Selection = { readonly ids: readonly number[] } | { readonly error: string };

/**
 * Numbers and ranges such as `3,7-9`, in their order, each once.
 *
 * @param size number of shards in the plan; a number outside it is an error
 */
export function parseSelection(text: string, size: number): Selection {
  const ids = new Set<number>();
  for (const item of text.split(',')) {
    const [, first, last = first] = /^\s*(\d{1,9})(?:-(\d{1,9}))?\s*$/.exec(item) ?? [];
    if (first === undefined)
      return { error: `"${item.trim()}" is no shard; give numbers such as 3,7-9, or auto` };
    const [from, to] = [Number(first), Number(last)];
    if (from > to) return { error: `"${item.trim()}" ends before it begins` };
    if (to >= size) return { error: `there is no shard ${to}: the plan has shards 0 to ${size - 1}` };
    for (let id = from; id <= to; id++) ids.add(id);
  }
  return { ids: [...ids] };
}

/** The shortest text that {@link parseSelection} reads as these numbers, which ascend. */
export function formatSelection(ids: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const id of ids) {
    const range = ranges.at(-1);
    if (range && range[1] === id - 1) range[1] = id;
    else ranges.push([id, id]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',');
}

/** Variables in which schedulers tell a task its number, and the number of the first task. */
export const indexVariables: readonly {
  readonly name: string;
  readonly first: 0 | 1;
  readonly of: string;
}[] = [
  { name: 'SLURM_ARRAY_TASK_ID', first: 0, of: 'Slurm, with --array=0-N' },
  { name: 'JOB_COMPLETION_INDEX', first: 0, of: 'Kubernetes, an indexed Job' },
  { name: 'AWS_BATCH_JOB_ARRAY_INDEX', first: 0, of: 'AWS Batch' },
  { name: 'PBS_ARRAY_INDEX', first: 0, of: 'PBS, with -J 0-N' },
  { name: 'SGE_TASK_ID', first: 1, of: 'Grid Engine, with -t 1-N' },
  { name: 'PARALLEL_SEQ', first: 1, of: 'GNU parallel' },
];

/** The shard of a task in an array of tasks, by the scheduler's variable. */
export function selectionOf(
  environment: Readonly<Record<string, string | undefined>>,
  size: number,
): Selection {
  const found = indexVariables.flatMap(({ name, first }) => {
    const value = environment[name]?.trim() ?? '';
    // Grid Engine's word for a job that is no array.
    return value === '' || value === 'undefined' ? [] : [{ name, value, first }];
  });
  const [one, ...others] = found;
  if (!one)
    return { error: `none of ${indexVariables.map(({ name }) => name).join(', ')} is set; give a number` };
  if (others.length > 0)
    return { error: `${found.map(({ name }) => name).join(' and ')} are set; give a number instead of auto` };
  if (!/^\d{1,9}$/.test(one.value)) return { error: `${one.name} is "${one.value}" and no number` };
  const id = Number(one.value) - one.first;
  if (id < 0 || id >= size) {
    const [from, to] = [one.first, size - 1 + one.first];
    return { error: `${one.name} is ${one.value}, and the plan has shards for ${from} to ${to}` };
  }
  return { ids: [id] };
}
