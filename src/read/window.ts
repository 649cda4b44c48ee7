/**
 * The part of a stream that is still needed: bytes are appended behind and dropped in front.
 *
 * It grows by doubling, so that appending costs the same however long an article is.
 */
export class Window {
  private store = Buffer.allocUnsafe(1 << 18);
  private from = 0;
  private to = 0;
  private dropped = 0;

  /** Where the window begins in the stream, in bytes. */
  get offset(): number {
    return this.dropped;
  }

  get length(): number {
    return this.to - this.from;
  }

  /** What is in the window; valid until the next `append`. */
  get bytes(): Buffer {
    return this.store.subarray(this.from, this.to);
  }

  append(bytes: Uint8Array): void {
    if (this.to + bytes.length > this.store.length) this.makeRoom(this.length + bytes.length);
    this.store.set(bytes, this.to);
    this.to += bytes.length;
  }

  drop(count: number): void {
    this.from += count;
    this.dropped += count;
  }

  private makeRoom(needed: number): void {
    let size = this.store.length;
    while (size < needed) size *= 2;
    const store = size > this.store.length ? Buffer.allocUnsafe(size) : this.store;
    this.store.copy(store, 0, this.from, this.to);
    this.store = store;
    this.to -= this.from;
    this.from = 0;
  }
}
