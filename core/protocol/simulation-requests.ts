import type { Fault } from '../simulation/fault.ts';
import type { Timeline } from '../simulation/timeline.ts';

/** Request: what can be played on the design of a document. */
export const faultsMethod = 'aurora/faults';

export interface FaultsParams {
  readonly uri: string;
  /** Which design of the document, from 0, the first being meant. */
  readonly design?: number;
}

/** A scenario of the document. */
export interface ScenarioChoice {
  readonly name: string;
  /** The seed that the scenario asks for. */
  readonly seed: number;
}

export interface FaultsResult {
  readonly version: number;
  readonly faults: readonly Fault[];
  readonly scenarios: readonly ScenarioChoice[];
}

/** Request: plays a fault or a scenario on the design of a document. */
export const simulateMethod = 'aurora/simulate';

/** What to play: a fault by its id, or a scenario by its name: of the document, or of a scenario `file` (its uri) that names it. */
export type Run = { readonly fault: string } | { readonly scenario: string; readonly file?: string };

export interface SimulateParams {
  readonly uri: string;
  /** Which design of the document, from 0, the first being meant. */
  readonly design?: number;
  readonly run: Run;
  readonly seed: number;
}

/** The run, or in one sentence why there is none. */
export type SimulateResult =
  | { readonly version: number; readonly timeline: Timeline }
  | { readonly version: number; readonly problem: string };
