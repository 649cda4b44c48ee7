import type { ReadResult } from '../read.js';
import { readInputs, readShard } from '../read.js';

/** The articles that inputs stand for, those in containers of many too, one after the other. */
export async function* allSources(
  inputs: readonly string[],
  stdin: AsyncIterable<Uint8Array | string>,
  version: string,
): AsyncGenerator<ReadResult> {
  for await (const result of readInputs(inputs, stdin)) {
    if (!('container' in result)) {
      yield result;
      continue;
    }
    const { path, header, stream } = result.container;
    const config = { version, options: {} };
    const shard = { id: 0, src: stream ? '-' : path, start: 0, end: Number.MAX_SAFE_INTEGER, header, config };
    const whole = stream ? shard : { ...shard, end: header.size };
    for await (const item of readShard(whole, stream ? { stream } : {}))
      if ('problem' in item || 'source' in item) yield item;
  }
}
