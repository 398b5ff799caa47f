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

const mostOfAnything = 1_000_000_000;

/**
 * The figures of a run: those of the model, with what the scenario puts in their place: `8s` or a range, `8s to 12s`; a
 * whole number without its unit, such as `4000`, for what is no duration.
 */
export function compileFigures({ assumptions }: PlainScenario): AssumptionFigures | Problem {
  const figures: Record<AssumptionName, AssumptionFigure> = { ...assumptionTable };
  for (const [name, text] of Object.entries(assumptions)) {
    if (!isAssumptionName(name)) return { problem: unknownName(name) };
    const figure = figures[name];
    const { unit } = figure;
    const [min, max = min, ...rest] = text.split(/\s+to\s+/).map(unit === undefined ? parseDuration : parseCount);
    const most = unit === undefined ? longest : mostOfAnything;
    if (min === undefined || max === undefined || rest.length > 0 || max < min || max > most) {
      return { problem: `Assumption ${name} cannot be read; give ${examplesOf(unit)}.` };
    }
    figures[name] = { ...figure, min, max, basis: 'assumed', source: 'set by the scenario' };
  }
  return figures;
}

/** A whole number above 0; undefined when it is none. */
function parseCount(text: string): number | undefined {
  const count = /^\s*\d{1,12}\s*$/.test(text) ? Number(text) : 0;
  return count > 0 ? count : undefined;
}

function examplesOf(unit: FigureUnit | undefined): string {
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
    const write = (amount: number) => (unit === undefined ? formatDuration(amount) : `${formatCount(amount)} ${unit}`);
    const value = min === max ? write(min) : `${write(min)} to ${write(max)}`;
    return { name, meaning, value, basis, source };
  });
}
