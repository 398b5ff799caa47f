import type { Fault } from '../simulation/fault.ts';
import type { Timeline } from '../simulation/timeline.ts';
import type { Run, ScenarioChoice } from './simulation-requests.ts';
import type { Stale, Topology } from './topology-request.ts';

/** The tabs of the panel. */
export type PanelTab = 'topology' | 'simulation';

/** What the extension tells the panel. */
export type MessageToPanel =
  /** The designs of the followed document; again after every edit. */
  | {
      readonly kind: 'topology';
      readonly uri: string;
      readonly topologies: readonly Topology[];
      /** Which of them is shown. */
      readonly design: number;
      readonly stale?: Stale;
    }
  /** There is nothing to show; `sentence` says why, and whether an example can be created. */
  | { readonly kind: 'empty'; readonly sentence: string; readonly canCreateExample: boolean }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[]; readonly scenarios: readonly ScenarioChoice[] }
  | { readonly kind: 'timeline'; readonly timeline: Timeline }
  /** Why a run did not happen, in one sentence that says what to do. */
  | { readonly kind: 'problem'; readonly sentence: string }
  /** Where the editor's cursor stands; null outside the design. */
  | { readonly kind: 'cursor'; readonly path: string | null }
  /** What can be done with something of the picture, as titles of edits, in answer to `menu`. */
  | { readonly kind: 'menu'; readonly path: string; readonly titles: readonly string[] }
  /** A tab is to be shown, with what was chosen to be played where a person chose it outside the panel. */
  | { readonly kind: 'show'; readonly tab: PanelTab; readonly chosen?: { readonly run: Run; readonly seed: number } };

/** What the panel asks of the extension. */
export type MessageFromPanel =
  /** The panel listens; everything it shows is to be sent. */
  | { readonly kind: 'ready' }
  /** A person chose something of the picture: its lines are to be shown in the editor. */
  | { readonly kind: 'select'; readonly path: string }
  /** A person chose another design of the document, by its index. */
  | { readonly kind: 'showDesign'; readonly design: number }
  /** A person chose what to play. */
  | { readonly kind: 'simulate'; readonly run: Run; readonly seed: number }
  /** A person wants to know what can be done with something of the picture. */
  | { readonly kind: 'menu'; readonly path: string }
  /** A person chose what to do at `path`: a fix of a finding, or an entry of the menu. */
  | { readonly kind: 'applyEdit'; readonly path: string; readonly title: string }
  | { readonly kind: 'createExample' };
