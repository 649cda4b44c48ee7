declare module 'rdf-canonize' {
  import type { Quad } from '@rdfjs/types';

  export interface MessageDigest {
    update(text: string): void;
    digest(): Promise<string>;
  }

  export function canonize(
    dataset: readonly Quad[],
    options: {
      algorithm: 'RDFC-1.0';
      maxWorkFactor?: number;
      signal?: AbortSignal;
      createMessageDigest?: () => MessageDigest;
    },
  ): Promise<string>;
}
