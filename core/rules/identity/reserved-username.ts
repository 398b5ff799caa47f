import type { Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';

const { all, 'aurora-postgresql': postgresql } = limits.master_username_reserved.value;

/** A master user name that neither engine refuses. */
export const freeUsername = 'app_admin';

/** Whether RDS certainly refuses the master user name of a design as a reserved word of its engine. */
export function isRefusedUsername({ engine, masterUsername }: Design): boolean {
  const name = known(masterUsername);
  const words: readonly (string | undefined)[] = known(engine) === 'aurora-postgresql' ? [...all, ...postgresql] : all;
  return name !== undefined && words.includes(name);
}
