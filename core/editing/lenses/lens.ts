import type { Path } from '../../design/path.ts';
import type { Run } from '../../protocol/simulation-requests.ts';

/** What a lens over a design tells or does; people can switch each kind off. */
export type DesignLensKind = 'summary' | 'topology' | 'simulation' | 'zoneLoss' | 'usedBy';

/** Words above a part of a design. */
export interface DesignLens {
  readonly kind: DesignLensKind;
  readonly path: Path;
  /** Undefined of the loss of an AZ and of what uses a role: that is found out when the lens is seen. */
  readonly title?: string;
  /** What is played when a person chooses the lens, with its seed. */
  readonly run?: Run;
  readonly seed?: number;
  /** The AZ that is lost. */
  readonly zone?: string;
  /** The service whose role SQL may use. */
  readonly service?: string;
}
