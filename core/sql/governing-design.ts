import type { Design } from '../design/design.ts';
import type { TemplateDesign } from '../design/readers/template/template-design.ts';

/** What decides which limits and roles hold for an SQL file. */
export interface GoverningDesign {
  /** Of a template: logical id of the cluster. */
  readonly logicalId?: string | undefined;
  /** The design; that of a cluster under conditions, in the first of its cases. */
  readonly design: Design | undefined;
  /** A cluster of a template in each case of the conditions in which it exists; left out when there is only one. */
  readonly cases?: readonly TemplateDesign[] | undefined;
}

/** Why no design governs a file though there are some. */
export interface UndecidedDesign {
  /** Several are equally near, or the one that is named does not exist. */
  readonly kind: 'equallyNear' | 'notFound';
  /** What is named; empty where nothing is. */
  readonly named: string;
  /** Who names it. */
  readonly by: 'comment' | 'setting' | 'nobody';
  /** The designs there are, as the `-- aurora:` line of the file would name them. */
  readonly names: readonly string[];
}
