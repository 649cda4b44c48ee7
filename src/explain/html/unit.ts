import type { Piece, Unit, Words } from '../explanation.js';
import { lacksFact, noFact } from '../wording.js';
import { attribute, escapeHtml } from './escape.js';
import type { Notes } from './notes.js';

const deepest = 6;

/** A unit's words, and beside them what was read from it. */
export function unitHtml(unit: Unit, before: Unit | undefined, notes: Notes, language: string): string {
  const lacks = lacksFact(unit);
  const classes = [
    'unit',
    unit.type,
    ...(unit.hasFact ? ['telling'] : []),
    ...(lacks ? ['lacking'] : []),
    ...(unit.problems.length > 0 ? ['troubled'] : []),
    ...(before && before.block !== unit.block && unit.type !== 'field' ? ['apart'] : []),
    ...(unit.level > 1 ? [`deep-${Math.min(unit.level, deepest)}`] : []),
  ];
  const note = lacks ? ` <span class="none">${noFact}</span>` : '';
  const words = `<div class="words">${wordsHtml(unit, language)}${note}</div>`;
  const read = notes.list(unit.statements, unit.problems);
  return `<li class="${classes.join(' ')}">${words}${read === '' ? '' : `<div class="read">${read}</div>`}</li>`;
}

/** The label and values of a field, the cells of a row, the words of all others. */
export function wordsHtml({ type, words }: Unit, language: string): string {
  const own = words.map((some) => oneHtml(some, language));
  if (type === 'row' || type === 'header') return own.join('<span class="bar-between"> | </span>');
  const labels = own.filter((_, i) => words[i]?.role === 'label').map((label) => `${label}: `);
  return labels.join('') + own.filter((_, i) => words[i]?.role === 'value').join('; ');
}

function oneHtml({ role, isRepeated, pieces }: Words, language: string): string {
  const classes = `${role}${isRepeated ? ' repeated' : ''}`;
  const lang = language === 'en' ? '' : ` lang=${attribute(language)}`;
  return `<bdi class="${classes}"${lang}>${isRepeated ? pieces.map(({ text }) => escapeHtml(text)).join('') : pieces.map(pieceHtml).join('')}</bdi>`;
}

function pieceHtml({ text, reading, statements, problems }: Piece): string {
  const of = [...statements.map((index) => `s${index}`), ...problems.map((index) => `q${index}`)];
  if (of.length === 0)
    return reading === 'nothing' ? `<span class="nothing">${escapeHtml(text)}</span>` : escapeHtml(text);
  const classes = `w${reading === 'fact' ? '' : ' structure'}${problems.length > 0 ? ' troubled' : ''}`;
  return `<span class="${classes}" role="button" tabindex="-1" data-of="${of.join(' ')}">${escapeHtml(text)}</span>`;
}
