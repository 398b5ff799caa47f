import { formatDuration, parseDuration } from '../../design/format/duration.ts';
import { nearestName } from '../../text/nearest-name.ts';
import { formatCount } from '../../text/quantity.ts';
import {
  type AssumptionFigure,
  type AssumptionFigures,
  type AssumptionName,
  assumptionTable,
  type FigureUnit,
} from '../assumptions.ts';
import type { PlainScenario, Problem } from '../scenario.ts';
import type { Assumption } from '../timeline.ts';

const longest = 365 * 86_400_000;
const longestMean = 10_000 * longest;

const counts = { from: 1, to: 1_000_000_000 };

/**
 * The figures of a run: those of the model, with what the scenario puts in their place: `8s` or a range, `8s to 12s`; a
 * whole number without its unit, such as `4000`, for what is no duration; one duration, or `off`, for a mean.
 */
export function compileFigures({ assumptions }: Pick<PlainScenario, 'assumptions'>): AssumptionFigures | Problem {
  const figures: Record<AssumptionName, AssumptionFigure> = { ...assumptionTable };
  for (const [name, text] of Object.entries(assumptions)) {
    if (!isAssumptionName(name)) return { problem: unknownName(name) };
    const figure = figures[name];
    const range = figure.isMean ? parseMean(text) : parseRange(text, figure);
    if (range === undefined) return { problem: `Assumption ${name} cannot be read; give ${examplesOf(figure)}.` };
    figures[name] = { ...figure, ...range, basis: 'assumed', source: 'set by the scenario' };
  }
  return figures;
}

type FigureRange = Pick<AssumptionFigure, 'min' | 'max'>;

function parseRange(text: string, { unit, range }: AssumptionFigure): FigureRange | undefined {
  const [min, max = min, ...rest] = text.split(/\s+to\s+/).map(unit === undefined ? parseDuration : parseCount);
  const { from, to } = unit === undefined ? { from: 0, to: longest } : (range ?? counts);
  if (min === undefined || max === undefined || rest.length > 0) return undefined;
  if (min < from || max < min || max > to) return undefined;
  return { min, max };
}

function parseMean(text: string): FigureRange | undefined {
  if (text.trim() === 'off') return { min: Number.POSITIVE_INFINITY, max: Number.POSITIVE_INFINITY };
  const mean = parseDuration(text);
  return mean === undefined || mean === 0 || mean > longestMean ? undefined : { min: mean, max: mean };
}

/** A whole number; undefined when it is none. */
function parseCount(text: string): number | undefined {
  return /^\s*\d{1,12}\s*$/.test(text) ? Number(text) : undefined;
}

function examplesOf({ unit, isMean, range }: AssumptionFigure): string {
  if (isMean) return 'a duration such as 8766h, or off';
  if (range) return `a whole number from ${formatCount(range.from)} to ${formatCount(range.to)}, ${unit}`;
  return unit === undefined
    ? 'a duration such as 8s, or a range such as 8s to 12s'
    : `a whole number of ${unit} such as 4000, or a range such as 4000 to 6000`;
}

function isAssumptionName(name: string): name is AssumptionName {
  return Object.hasOwn(assumptionTable, name);
}

function unknownName(name: string): string {
  const names = Object.keys(assumptionTable);
  const meant = nearestName(name, names);
  return meant === undefined
    ? `There is no assumption ${name}; there are ${names.join(', ')}.`
    : `There is no assumption ${name}; did you mean ${meant}?`;
}

/** The figures for people. */
export function describeFigures(figures: AssumptionFigures): readonly Assumption[] {
  return Object.entries(figures).map(([name, { meaning, unit, min, max, basis, source }]) => {
    const value = min === max ? inWords(min, unit) : `${inWords(min, unit)} to ${inWords(max, unit)}`;
    return { name, meaning, value, basis, source };
  });
}

function inWords(amount: number, unit: FigureUnit | undefined): string {
  if (amount === Number.POSITIVE_INFINITY) return 'off';
  return unit === undefined ? formatDuration(amount) : `${formatCount(amount)} ${unit}`;
}
