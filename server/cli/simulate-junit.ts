import { outcomesOf, type PlayedScenario } from '@aurora-blueprint/core/simulation/run-scenarios.ts';
import type { ExpectationOutcome } from '@aurora-blueprint/core/simulation/timeline.ts';
import type { ScenarioOfFile } from './played-scenarios.ts';

/**
 * The runs as JUnit XML, in the form of the schema of Jenkins' xUnit plugin (junit-10.xsd), which GitLab reads too: a suite
 * for each scenario, a case for each expectation. What is inconclusive is skipped. A scenario that expects nothing is one
 * case. Times are those that playing took; everything else is the same for the same input.
 */
export function scenariosAsJUnit(scenarios: readonly ScenarioOfFile[]): string {
  const suites = scenarios.map(suiteOf);
  const all = scenarios.flatMap(({ scenario }) => casesOf(scenario));
  const seconds = scenarios.reduce((sum, played) => sum + played.seconds, 0);
  const attributes = {
    name: 'aurora-blueprint simulate',
    tests: all.length,
    failures: count(all, 'fail'),
    errors: 0,
    time: seconds.toFixed(3),
  };
  const root = element('testsuites', attributes, suites);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.join('\n')}\n`;
}

function suiteOf({ file, scenario, lineOf, seconds }: ScenarioOfFile): readonly string[] {
  const cases = casesOf(scenario);
  const timeline = 'many' in scenario ? scenario.many.first : scenario.timeline;
  const properties = {
    file,
    line: lineOf(scenario.path),
    seed: timeline.seed,
    ...('many' in scenario && { seeds: scenario.many.runs }),
    traceHash: timeline.traceHash,
    engineVersion: timeline.version,
  };
  const attributes = {
    name: scenario.name,
    tests: cases.length,
    failures: count(cases, 'fail'),
    errors: 0,
    skipped: count(cases, 'inconclusive'),
    time: seconds.toFixed(3),
    file,
  };
  const time = (seconds / cases.length).toFixed(3);
  return element('testsuite', attributes, [
    element(
      'properties',
      {},
      Object.entries(properties).map(([name, value]) => element('property', { name, value })),
    ),
    ...cases.map((one) => {
      const line = lineOf(one.path ?? scenario.path);
      return element('testcase', { name: one.text, classname: scenario.name, time }, resultOf(one, `${file}:${line}`));
    }),
  ]);
}

function casesOf(scenario: PlayedScenario): readonly ExpectationOutcome[] {
  const outcomes = outcomesOf(scenario);
  return outcomes.length > 0 ? outcomes : [{ text: 'is played', outcome: 'pass', detail: '', path: scenario.path }];
}

function count(cases: readonly ExpectationOutcome[], wanted: ExpectationOutcome['outcome']): number {
  return cases.filter(({ outcome }) => outcome === wanted).length;
}

function resultOf({ outcome, text, detail }: ExpectationOutcome, place: string): readonly (readonly string[])[] {
  if (outcome === 'pass') return [];
  if (outcome === 'inconclusive') return [element('skipped', { message: detail })];
  const said = escaped(`${place}: ${text}: ${detail}`);
  return [[`<failure type="expectation" message="${escaped(detail)}">${said}</failure>`]];
}

/** An element as lines, its children indented below it. */
function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly (readonly string[])[] = [],
): readonly string[] {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const start = `<${name}${written.join('')}`;
  if (children.length === 0) return [`${start}/>`];
  return [`${start}>`, ...children.flat().map((line) => `  ${line}`), `</${name}>`];
}

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** A text as it stands in XML. What XML cannot hold becomes the replacement character. */
function escaped(text: string): string {
  return text
    .replace(/[<>&"]/g, (sign) => entities[sign] ?? sign)
    .replace(/[\n\r\t]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
