/**
 * Looks at the beginning of a stream.
 *
 * @returns at least `count` of its first bytes where it has as many, and the whole of it from the beginning
 */
export async function peek(
  stream: AsyncIterable<Uint8Array | string>,
  count: number,
): Promise<{ readonly head: Uint8Array; readonly stream: AsyncIterable<Uint8Array> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isDone = false;
  while (size < count && !isDone) {
    const next = await iterator.next();
    isDone = next.done === true;
    if (next.done) break;
    const bytes = typeof next.value === 'string' ? Buffer.from(next.value) : next.value;
    chunks.push(bytes);
    size += bytes.length;
  }
  return { head: Buffer.concat(chunks, size), stream: rest() };

  async function* rest(): AsyncGenerator<Uint8Array> {
    try {
      yield* chunks.splice(0);
      while (!isDone) {
        const next = await iterator.next();
        if (next.done) return;
        yield typeof next.value === 'string' ? Buffer.from(next.value) : next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
}
