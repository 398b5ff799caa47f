import type { MessageToPanel, PanelTab } from '@aurora-blueprint/core/protocol/panel-messages.ts';
import type { Run, ScenarioChoice } from '@aurora-blueprint/core/protocol/simulation-requests.ts';
import type { Stale, Topology } from '@aurora-blueprint/core/protocol/topology-request.ts';
import type { Fault } from '@aurora-blueprint/core/simulation/fault.ts';
import type { Instant, Timeline } from '@aurora-blueprint/core/simulation/timeline.ts';
import type { TimeWindow } from '@aurora-blueprint/core/topology/lanes/time-axis.ts';

/** What a person chose to play. */
export interface Chosen {
  readonly run: Run;
  readonly seed: number;
}

/** Everything the panel shows. */
export interface StageState {
  readonly uri: string | undefined;
  readonly tab: PanelTab;
  readonly topologies: readonly Topology[];
  /** Which of them is shown. */
  readonly design: number;
  readonly stale: Stale | undefined;
  /** Why there is nothing to show. */
  readonly empty: { readonly sentence: string; readonly canCreateExample: boolean } | undefined;
  readonly faults: readonly Fault[];
  readonly scenarios: readonly ScenarioChoice[];
  readonly chosen: Chosen | undefined;
  readonly timeline: Timeline | undefined;
  readonly problem: string | undefined;
  /** Path that is looked at: the editor's cursor, or what was chosen in the picture last. */
  readonly path: string | null;
  /** What can be done with the thing whose menu is open. */
  readonly menu: { readonly path: string; readonly titles: readonly string[] } | undefined;
  readonly at: Instant;
  readonly playing: boolean;
  readonly speed: number;
  /** The stretch of the run that a person has chosen to look at, until the playhead leaves it. */
  readonly window: TimeWindow | undefined;
  /** Whether a narrow panel shows the lanes that only a wide one has otherwise. */
  readonly showsAllLanes: boolean;
}

/** What outlives a reload of the window. */
export type SavedState = Pick<StageState, 'uri' | 'design' | 'tab' | 'chosen' | 'at'>;

/** What a person does in the panel. */
export type StageAction =
  | { readonly kind: 'tab'; readonly tab: PanelTab }
  | { readonly kind: 'choose'; readonly chosen: Chosen }
  | { readonly kind: 'look'; readonly path: string }
  | { readonly kind: 'closeMenu' }
  | { readonly kind: 'seek'; readonly at: Instant }
  | { readonly kind: 'play'; readonly playing: boolean }
  | { readonly kind: 'speed'; readonly speed: number }
  /** Looks at a stretch of the run, or again at what lies around the playhead. */
  | { readonly kind: 'window'; readonly window: TimeWindow | undefined }
  | { readonly kind: 'showAllLanes'; readonly showsAllLanes: boolean };

/** The state of a panel that nothing was sent to yet, as far as it is known from before a reload. */
export function initialState(saved: Partial<SavedState> | undefined): StageState {
  return {
    uri: saved?.uri,
    tab: saved?.tab ?? 'topology',
    topologies: [],
    design: saved?.design ?? 0,
    stale: undefined,
    empty: undefined,
    faults: [],
    scenarios: [],
    chosen: saved?.chosen,
    timeline: undefined,
    problem: undefined,
    path: null,
    menu: undefined,
    at: saved?.at ?? 0,
    playing: false,
    speed: 10,
    window: undefined,
    showsAllLanes: false,
  };
}

/** The state after a message from the extension. A run that is played again keeps its playhead. */
export function receive(state: StageState, message: MessageToPanel): StageState {
  switch (message.kind) {
    case 'topology': {
      const { uri, topologies, design, stale } = message;
      const isOther = state.uri !== undefined && (state.uri !== uri || state.design !== design);
      const shown = isOther ? { ...state, ...noRun } : state;
      return { ...shown, uri, topologies, design, stale, menu: undefined, empty: undefined };
    }
    case 'empty':
      return { ...state, ...noRun, topologies: [], stale: undefined, empty: message };
    case 'faults':
      return { ...state, faults: message.faults, scenarios: message.scenarios };
    case 'timeline': {
      const { timeline } = message;
      return { ...state, timeline, problem: undefined, at: Math.min(state.at, timeline.duration) };
    }
    case 'problem':
      return { ...state, timeline: undefined, problem: message.sentence, playing: false };
    case 'menu':
      return { ...state, menu: message };
    case 'cursor':
      return { ...state, path: message.path };
    case 'show':
      return {
        ...state,
        tab: message.tab,
        ...(message.chosen && { chosen: message.chosen, at: 0, playing: false, window: undefined }),
      };
  }
}

const noRun = {
  chosen: undefined,
  timeline: undefined,
  problem: undefined,
  at: 0,
  playing: false,
  window: undefined,
} as const;

/** The state after something a person did. */
export function act(state: StageState, action: StageAction): StageState {
  switch (action.kind) {
    case 'tab':
      return { ...state, tab: action.tab, playing: false };
    case 'choose':
      return { ...state, chosen: action.chosen, at: 0, playing: false, window: undefined };
    case 'look':
      return { ...state, path: action.path };
    case 'closeMenu':
      return { ...state, menu: undefined };
    case 'seek': {
      const at = Math.max(0, Math.min(action.at, state.timeline?.duration ?? 0));
      const isInSight = state.window !== undefined && state.window.from <= at && at <= state.window.to;
      return { ...state, at, window: isInSight ? state.window : undefined };
    }
    case 'play': {
      const isOver = state.timeline !== undefined && state.at >= state.timeline.duration;
      return { ...state, playing: action.playing, at: action.playing && isOver ? 0 : state.at };
    }
    case 'speed':
      return { ...state, speed: action.speed };
    case 'window':
      return { ...state, window: action.window };
    case 'showAllLanes':
      return { ...state, showsAllLanes: action.showsAllLanes };
  }
}
