import { rule as aur406 } from './backtrack/aur406-backtrack-switched-later.ts';
import { rule as aur311 } from './backup/aur311-snapshot-identifier-changed.ts';
import { rule as aur319 } from './backup/aur319-fixed-property-changed.ts';
import { rule as aur330 } from './backup/aur330-cluster-leaves-template.ts';
import { rule as aur331 } from './backup/aur331-retention-shortened.ts';
import type { ChangeRule } from './change-rule.ts';
import { rule as aur527 } from './maintenance/aur527-version-lowered.ts';

/** Every rule that compares a text with what it said before, in order of their ids. */
export const changeRules: readonly ChangeRule[] = [aur311, aur319, aur330, aur331, aur406, aur527];
