import { formatDuration, parseDuration } from '../../design/format/duration.ts';
import { nearestName } from '../../text/nearest-name.ts';
import { type AssumptionFigure, type AssumptionFigures, type AssumptionName, assumptionTable } from '../assumptions.ts';
import type { PlainScenario, Problem } from '../scenario.ts';
import type { Assumption } from '../timeline.ts';

const longest = 365 * 86_400_000;

/** The figures of a run: those of the model, with what the scenario puts in their place (`8s`, or a range: `8s to 12s`). */
export function compileFigures({ assumptions }: PlainScenario): AssumptionFigures | Problem {
  const figures: Record<AssumptionName, AssumptionFigure> = { ...assumptionTable };
  for (const [name, text] of Object.entries(assumptions)) {
    if (!isAssumptionName(name)) return { problem: unknownName(name) };
    const [min, max = min, ...rest] = text.split(/\s+to\s+/).map(parseDuration);
    if (min === undefined || max === undefined || rest.length > 0 || max < min || max > longest) {
      return {
        problem: `Assumption ${name} cannot be read; give a duration such as 8s, or a range such as 8s to 12s.`,
      };
    }
    const { meaning } = figures[name];
    figures[name] = { meaning, min, max, basis: 'assumed', source: 'set by the scenario' };
  }
  return figures;
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
  return Object.entries(figures).map(([name, { meaning, min, max, basis, source }]) => {
    const value = min === max ? formatDuration(min) : `${formatDuration(min)} to ${formatDuration(max)}`;
    return { name, meaning, value, basis, source };
  });
}
