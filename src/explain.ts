/** From an article and what was made of it to an explanation: which words gave what. */
import { addCoverage, coverageOf } from './explain/coverage.js';
import type { ExplainedStatement, Explanation, Part, Unit } from './explain/explanation.js';
import type { Homes } from './explain/homes.js';
import { findHomes } from './explain/homes.js';
import { cutPieces } from './explain/pieces.js';
import { problemsOf } from './explain/problems.js';
import { SourceLines } from './explain/source-lines.js';
import { StatementWords } from './explain/terms.js';
import type { PartWords, UnitWords } from './explain/units.js';
import { partsOf } from './explain/units.js';
import type { Conversion, Workshop } from './pipeline.js';
import { distinct } from './rdf/graph.js';
import type { Source } from './source.js';

/**
 * Explains a conversion: the article's words, each with the statements and problems that they gave. Pure: the same
 * source, conversion and workshop give the same explanation.
 *
 * @param source that the conversion was made of
 * @param workshop that it was made with
 */
export function explainConversion(
  source: Source,
  conversion: Conversion,
  { mappings, prefixes }: Pick<Workshop, 'mappings' | 'prefixes'>,
): Explanation {
  const { article, kind, language } = conversion;
  const words = new StatementWords(conversion.statements, prefixes);
  const placeable = conversion.statements.map((statement) => words.describe(statement));
  const problems = problemsOf(conversion, prefixes);
  const lines = new SourceLines(source.text, source.firstLine);
  const found = partsOf(article, mappings.tables);
  const homes = findHomes(found, placeable, problems, lines);
  const parts = found.map((part) => explainPart(part, homes, lines));
  const statements = placeable.map(
    ({ isWide: _, isOfOption: __, ...statement }): ExplainedStatement => statement,
  );
  const triples = distinct(conversion.statements);
  const facts = triples.filter((triple) => words.isFact(triple)).length;
  return {
    version: 1,
    title: article.name,
    source: source.name,
    kind,
    language,
    counts: { facts, structure: triples.length - facts },
    coverage: addCoverage(parts.map(({ coverage }) => coverage)),
    parts,
    statements,
    problems,
    elsewhere: homes.elsewhere,
    problemsElsewhere: homes.problemsElsewhere,
  };
}

function explainPart(part: PartWords, homes: Homes, lines: SourceLines): Part {
  const units = part.units.map((unit) => explainUnit(unit, homes, lines));
  return {
    type: part.type,
    name: part.name,
    level: part.level,
    coverage: addCoverage(units.map(coverageOf)),
    units,
    statements: homes.partStatements.of(part),
    problems: homes.partProblems.of(part),
  };
}

function explainUnit(unit: UnitWords, homes: Homes, lines: SourceLines): Unit {
  const words = unit.texts.map((text) => ({
    role: text.role,
    isRepeated: text.isRepeated,
    pieces: cutPieces(text, homes.marks.of(text), homes.pins.of(text)),
  }));
  return {
    type: unit.type,
    block: unit.block,
    level: unit.level,
    ...lines.place(unit.begin),
    hasFact: words.some(({ pieces }) => pieces.some(({ reading }) => reading === 'fact')),
    words,
    statements: homes.unitStatements.of(unit),
    problems: homes.unitProblems.of(unit),
  };
}
