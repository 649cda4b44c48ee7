/** The files that pages load, under names that change with what they hold, so that they may be kept for ever. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { SiteFile } from '../../read/site-files.js';
import { acceptsGzip } from '../accept.js';
import type { ServeResponse } from '../handler.js';

const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
};

export class Assets {
  private readonly byAddress = new Map<string, SiteFile>();
  private readonly addresses = new Map<string, string>();
  private readonly gzipped = new Map<string, Uint8Array>();

  constructor(files: readonly SiteFile[]) {
    for (const file of files) {
      const hash = createHash('sha256').update(file.bytes).digest('hex').slice(0, 12);
      const address = `/assets/${file.name.replace(/\.(?=[a-z]+$)/, `.${hash}.`)}`;
      this.byAddress.set(address, file);
      this.addresses.set(file.name, address);
    }
  }

  has(name: string): boolean {
    return this.addresses.has(name);
  }

  /** The address of a file. */
  readonly address = (name: string): string => {
    const address = this.addresses.get(name);
    if (address === undefined) throw new Error(`the pages have no file ${name}; run "npm run build"`);
    return address;
  };

  /**
   * Null where no file has that address.
   *
   * @param accepted the header Accept-Encoding
   */
  response(path: string, accepted = ''): ServeResponse | null {
    const file = this.byAddress.get(path);
    if (!file) return null;
    const isSmaller = acceptsGzip(accepted);
    const extension = file.name.slice(file.name.lastIndexOf('.') + 1);
    return {
      status: 200,
      headers: {
        'content-type': mediaTypes[extension] ?? 'application/octet-stream',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        vary: 'Accept-Encoding',
        ...(isSmaller ? { 'content-encoding': 'gzip' } : {}),
      },
      body: isSmaller ? this.compressed(path, file) : file.bytes,
    };
  }

  /** Each file is compressed once, when it is first asked for. */
  private compressed(path: string, { bytes }: SiteFile): Uint8Array {
    const known = this.gzipped.get(path) ?? gzipSync(bytes, { level: 9 });
    this.gzipped.set(path, known);
    return known;
  }
}
