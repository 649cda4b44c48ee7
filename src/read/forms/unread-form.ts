/** Forms of files that are not read: known by what is in them, so that none of them is taken for an article. */
import { binaryForm } from './binary-forms.js';
import type { UnreadForm } from './form.js';
import { isSeparatedValues } from './separated-values.js';
import { textForm } from './text-forms.js';
import { isYaml } from './yaml.js';

/**
 * The form that a beginning shows; null where it may be one that is read.
 *
 * @param bytes the beginning of a file, decompressed
 * @param text the same, decoded
 * @param name of the file; it decides nothing but what may be a table, or an article
 */
export function unreadForm(bytes: Uint8Array, text: string, name = ''): UnreadForm | null {
  return binaryForm(bytes) ?? unreadText(text, name);
}

/** The same of what is known to be text. */
export function unreadText(text: string, name = ''): UnreadForm | null {
  const form = textForm(text);
  if (form) return form;
  if (isYaml(text, name))
    return { is: 'YAML', advice: 'give each article as a line of JSON with "title" and "text"' };
  if (isSeparatedValues(text, name))
    return {
      is: 'a table of separated values (CSV)',
      advice: 'give each row as a line of JSON with "title" and "text"',
    };
  return null;
}

export function formMessage({ is, advice }: UnreadForm): string {
  return `This is ${is}; ${advice}${/[?.]$/.test(advice) ? '' : '.'}`;
}
