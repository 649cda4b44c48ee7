import { decodeHTML } from 'entities/decode';
import { remembered } from '../../remembered.js';

/** Words with their entities as characters. A space that does not break is a space. */
export function decoded(written: string): string {
  return written.includes('&') ? decodeEntities(written) : written;
}

/** There are few words with entities in use. */
const decodeEntities = remembered(5_000, (written) => decodeHTML(written).replaceAll('\u00a0', ' '));
