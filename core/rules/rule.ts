import type { Design } from '../design/design.ts';
import type { DesignEdit } from '../design/edit.ts';
import type { Path } from '../design/path.ts';
import type { ResourceGraph } from '../design/resource-graph.ts';
import type { Fact } from '../facts/fact.ts';
import type { Proof } from '../simulation/objectives/proof.ts';
import type { Severity } from './finding.ts';
import type { Profile } from './profile.ts';

/** What every rule says of itself, whatever its subject. */
export interface RuleIdentity {
  /** Such as `AUR101`; never reused for another rule. */
  readonly id: string;
  /** What is wrong, in a few words. */
  readonly title: string;
  readonly group: string;
  /** The highest severity it speaks with. */
  readonly severity: Severity;
  /** The facts it rests on. */
  readonly facts: readonly Fact[];
  /** Set for opinions about running a cluster for real: they speak only in that profile. */
  readonly profile?: 'production';
  /** The formats in which it speaks; all of them when left out. Only in blueprints absence always means absence. */
  readonly formats?: readonly ('blueprint' | 'cloudformation')[];
}

/** A mend as edits of the design; the writer of the format turns it into text. */
export interface DesignFix {
  readonly title: string;
  readonly edits: readonly DesignEdit[];
  /**
   * Of a template: set where the edit makes CloudFormation replace nothing although it touches a property for which it
   * does: the value stays what it is, or the resource cannot exist as it is written.
   */
  readonly replacesNothing?: boolean;
  /**
   * Of a template: set where the edit makes CloudFormation replace a cluster that exists, and still is what a new cluster
   * needs. It is not offered where an earlier text of the template has the cluster.
   */
  readonly forNewClusters?: boolean;
  /** Whether it may be written without being chosen; see `Fix`. */
  readonly isSafe?: boolean;
}

export interface ReportOptions {
  /** Whether the key or the value is marked; the value unless said otherwise. */
  readonly at?: 'key' | 'value';
  /** Where this case is milder than the rule. */
  readonly severity?: Severity;
  /** Where it is milder in a template, because what it misses may stand in another one. */
  readonly severityInTemplates?: Severity;
  readonly fixes?: readonly DesignFix[];
  /** The failure that shows it, where it is about what a design survives. */
  readonly proof?: Proof;
}

/** Says that something is wrong at a path of the subject: a design, or a template. */
export type Report = (path: Path, message: string, options?: ReportOptions) => void;

/** What a rule may ask beside the design. */
export interface RuleContext {
  /** The day to judge by (`YYYY-MM-DD`). */
  readonly asOf: string;
  /** How strictly the design is judged; undefined when nobody says so. */
  readonly profile: Profile | undefined;
}

/** A check over a design. It never parses text: it sees the design and names paths. */
export interface DesignRule extends RuleIdentity {
  readonly check: (design: Design, report: Report, context: RuleContext) => void;
  /** What it checks beside that in a template, each of whose clusters is a design of its own. */
  readonly checkTemplate?: TemplateRule['check'];
}

/** A check over the resources of a template. It sees their graph in one case and names paths of the template. */
export interface TemplateRule extends RuleIdentity {
  readonly check: (graph: ResourceGraph, report: Report, context: RuleContext) => void;
}
