import { page as aur406 } from './backtrack/aur406-backtrack-switched-later.ts';
import { page as aur311 } from './backup/aur311-snapshot-identifier-changed.ts';
import { page as aur319 } from './backup/aur319-fixed-property-changed.ts';
import { page as aur330 } from './backup/aur330-cluster-leaves-template.ts';
import { page as aur331 } from './backup/aur331-retention-shortened.ts';
import { page as aur527 } from './maintenance/aur527-version-lowered.ts';
import type { ChangePage } from './rule-page.ts';

/** The pages of the rules that compare, by their ids; prose that whoever only checks does not load. */
export const changeRulePages: Readonly<Record<string, ChangePage>> = {
  AUR311: aur311,
  AUR319: aur319,
  AUR330: aur330,
  AUR331: aur331,
  AUR406: aur406,
  AUR527: aur527,
};
