import type { Explanation } from './explanation.js';
export function writeHtml(explanation: Explanation, files: { style: string; script: string }): string {
  return explanation.title + files.style;
}
