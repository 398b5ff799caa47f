import { rule as aur406 } from './backtrack/aur406-backtrack-switched-later.ts';
import { rule as aur311 } from './backup/aur311-snapshot-identifier-changed.ts';
import { rule as aur319 } from './backup/aur319-fixed-property-changed.ts';
import { rule as aur330 } from './backup/aur330-cluster-leaves-template.ts';
import type { ChangeRule } from './change-rule.ts';

/** Every rule that compares a text with what it said before, in order of their ids. */
export const changeRules: readonly ChangeRule[] = [aur311, aur319, aur330, aur406];
