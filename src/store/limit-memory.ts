/**
 * A bound on the memory of WebAssembly. A module says itself how far its memory may grow, and one that says nothing may
 * take 4 GiB; the bound is written into the module before it is compiled. What would need more ends in a trap.
 *
 * https://webassembly.github.io/spec/core/binary/modules.html#memory-section
 */

const pageBytes = 65_536;
const mostPages = 65_536;
const memorySection = 5;

export interface LimitedMemory {
  /** Bytes that modules have taken so far; memory never shrinks. */
  readonly used: () => number;
}

/** Of WebAssembly's interface what is needed here; TypeScript has it among the types of browsers alone. */
interface WebAssemblyInterface {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports?: object) => { readonly exports: Readonly<Record<string, unknown>> };
  readonly Memory: new (descriptor: object) => { readonly buffer: ArrayBuffer };
}

/** Bounds the memory of each module that this thread compiles from now on, and counts what they take. */
export function limitMemory(mostBytes: number): LimitedMemory {
  const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyInterface };
  const { Module, Instance, Memory } = WebAssembly;
  const pages = Math.min(mostPages, Math.ceil(mostBytes / pageBytes));
  const memories: { readonly buffer: ArrayBuffer }[] = [];
  WebAssembly.Module = class extends Module {
    constructor(bytes: Uint8Array) {
      super(withMaximum(bytes, pages));
    }
  };
  WebAssembly.Instance = class extends Instance {
    constructor(module: object, imports?: object) {
      super(module, imports);
      for (const part of Object.values(this.exports)) if (part instanceof Memory) memories.push(part);
    }
  };
  return { used: () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) };
}

/**
 * A module whose memories grow to that many pages at most, or to as many as they begin with.
 *
 * @param pages of 64 KiB
 */
export function withMaximum(module: Uint8Array, pages: number): Uint8Array {
  const parts: Uint8Array[] = [module.subarray(0, 8)];
  for (let at = 8; at < module.length; ) {
    const id = module[at] as number;
    const size = readUnsigned(module, at + 1);
    const end = size.next + size.value;
    if (id === memorySection) {
      const limits = limitsOf(module, size.next, pages);
      parts.push(Uint8Array.of(id, ...unsigned(limits.length), ...limits));
    } else parts.push(module.subarray(at, end));
    at = end;
  }
  return Buffer.concat(parts);
}

function limitsOf(module: Uint8Array, begin: number, pages: number): number[] {
  const count = readUnsigned(module, begin);
  const limits = unsigned(count.value);
  let at = count.next;
  for (let i = 0; i < count.value; i++) {
    const hasMaximum = module[at] === 1;
    const least = readUnsigned(module, at + 1);
    const most = hasMaximum ? readUnsigned(module, least.next) : { value: mostPages, next: least.next };
    limits.push(1, ...unsigned(least.value), ...unsigned(Math.max(least.value, Math.min(most.value, pages))));
    at = most.next;
  }
  return limits;
}

/** LEB128 (https://webassembly.github.io/spec/core/binary/values.html#integers). */
function readUnsigned(bytes: Uint8Array, begin: number): { value: number; next: number } {
  let value = 0;
  for (let at = begin, factor = 1; ; at++, factor *= 128) {
    const byte = bytes[at] as number;
    value += (byte & 127) * factor;
    if (byte < 128) return { value, next: at + 1 };
  }
}

function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(Math.floor(value / 128))];
}
