import type { Position } from '../text/range.ts';
import type { Run } from './simulation-requests.ts';

/**
 * Commands that an editor may have, and that code lenses lead to. An editor names those it has in the option `commands`
 * of `initialize`; what would lead to another one is not shown.
 */
export const clientCommands = {
  showTopology: 'auroraBlueprint.showTopology',
  simulate: 'auroraBlueprint.simulateFailover',
  previewInference: 'auroraBlueprint.previewInference',
  showPlaces: 'auroraBlueprint.showPlaces',
} as const;

/** What a code lens tells `showTopology`, and `simulate` with what to play. */
export interface StagePlace {
  readonly uri: string;
  /** Which design of the file, from 0, the first being meant. */
  readonly design?: number;
  readonly run?: Run;
  /** The seed of the run, where there is one. */
  readonly seed?: number;
}

/** What a code lens tells `previewInference`. */
export interface CallPlace {
  readonly uri: string;
  readonly position: Position;
}

/** What a code lens tells `showPlaces`: where it stands, and the places that it counts. */
export interface CountedPlaces {
  readonly uri: string;
  readonly position: Position;
  readonly places: readonly {
    readonly uri: string;
    readonly range: { readonly start: Position; readonly end: Position };
  }[];
}
