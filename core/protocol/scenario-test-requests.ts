import type { Position } from '../text/range.ts';
import type { StagePlace } from './client-commands.ts';

/** Request: the scenarios of a blueprint or a scenario file, open or on disk, as tests. */
export const scenarioTestsMethod = 'aurora/scenarioTests';

export interface ScenarioTestsParams {
  readonly uri: string;
}

interface ProtocolRange {
  readonly start: Position;
  readonly end: Position;
}

/** A scenario as a test. */
export interface ScenarioTestItem {
  /** Names it among the scenarios of its file. */
  readonly id: string;
  readonly name: string;
  /** Where its name stands. */
  readonly range: ProtocolRange;
  /** What shows it in the panel; absent where there is no design that the panel could show. */
  readonly place?: StagePlace;
}

export interface ScenarioTestsResult {
  readonly tests: readonly ScenarioTestItem[];
}

/** Request: runs one of these scenarios as a test. */
export const runScenarioTestMethod = 'aurora/runScenarioTest';

export interface RunScenarioTestParams {
  readonly uri: string;
  readonly id: string;
}

/** What a test says that did not pass, at its place. */
export interface ScenarioTestMessage {
  readonly message: string;
  readonly range: ProtocolRange;
}

export interface RunScenarioTestResult {
  /** `failed` when an expectation does not hold; `inconclusive` when one cannot be judged, or nothing could be played. */
  readonly outcome: 'passed' | 'failed' | 'inconclusive';
  readonly messages: readonly ScenarioTestMessage[];
  /** The run in words, with its seed and its trace hash. */
  readonly output: string;
  /** How long playing it took, in milliseconds. */
  readonly duration: number;
}
