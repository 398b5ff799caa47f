import type { Severity } from '../rules/finding.ts';
import type { Picture } from '../topology/picture/picture.ts';

/** Request: what there is to see in a document. */
export const topologyMethod = 'aurora/topology';

export interface TopologyParams {
  readonly uri: string;
}

/** A finding as the panel shows it. */
export interface PictureFinding {
  /** Path of the value in the design; empty for what has no place in it. */
  readonly path: string;
  readonly severity: Severity;
  readonly message: string;
  /** Id of the rule, such as `AUR101`. */
  readonly rule: string;
  /** Titles of the fixes, in the order of the finding. */
  readonly fixes: readonly string[];
}

/** One design of the document with what the rules say about it. */
export interface Topology {
  /** What to call the design beside others of the document: its name, or the logical id of its cluster. */
  readonly name: string;
  readonly picture: Picture;
  readonly findings: readonly PictureFinding[];
  /** How the conditions of a template turn out in this picture; it may differ where they turn out otherwise. */
  readonly conditions: readonly { readonly condition: string; readonly holds: boolean }[];
}

/** The text cannot be read; what is shown is the last picture from before. */
export interface Stale {
  /** Zero-based line that cannot be read. */
  readonly line: number;
  readonly message: string;
}

export interface TopologyResult {
  readonly version: number;
  /** One for each design of the text; none when it holds no design. */
  readonly topologies: readonly Topology[];
  readonly stale?: Stale;
}
