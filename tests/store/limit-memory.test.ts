import { expect, it } from 'vitest';
import { withMaximum } from '../../src/store/limit-memory.js';

const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
/** Exports its memory as "m". */
const exported = [7, 5, 1, 1, 0x6d, 2, 0];

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

interface WebAssemblyInterface {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: { readonly m: Memory } };
}

function memoryOf(module: Uint8Array): Memory {
  const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyInterface };
  return new WebAssembly.Instance(new WebAssembly.Module(module)).exports.m;
}

it.each([
  ['says nothing of it', [5, 3, 1, 0, 2], 7, 7],
  ['would grow further', [5, 5, 1, 1, 2, 0x80, 2], 7, 7],
  ['would grow less far', [5, 4, 1, 1, 2, 3], 7, 3],
  ['begins with more', [5, 3, 1, 0, 9], 7, 9],
  ['may grow by hundreds of pages', [5, 3, 1, 0, 2], 300, 300],
])('a module that %s gets a bound', (_, section, most, expected) => {
  const memory = memoryOf(withMaximum(Uint8Array.from([...header, ...section, ...exported]), most));
  const first = memory.buffer.byteLength / 65_536;
  memory.grow(expected - first);
  expect(memory.buffer.byteLength / 65_536).toBe(expected);
  expect(() => memory.grow(1)).toThrow();
});
