import type { Design } from '../design/design.ts';
import { known } from '../design/node.ts';

/** How strictly a design is judged. */
export type Profile = 'production' | 'development';

/** The profile a design states: its own word, or production when it states objectives; otherwise none. */
export function profileOf(design: Design): Profile | undefined {
  const stated = known(design.profile);
  if (stated !== undefined) return stated;
  return design.objectives.presence === 'known' ? 'production' : undefined;
}
