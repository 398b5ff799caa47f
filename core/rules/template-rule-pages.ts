import { page as aur801 } from './auto-scaling/aur801-scalable-target-of-cluster.ts';
import { page as aur808 } from './auto-scaling/aur808-predefined-metric.ts';
import { page as aur810 } from './auto-scaling/aur810-scaling-before-instances.ts';
import { page as aur307 } from './backup/aur307-cluster-setting-on-instance.ts';
import { page as aur309 } from './backup/aur309-data-lost-with-stack.ts';
import { page as aur310 } from './backup/aur310-ignored-on-restore.ts';
import { page as aur314 } from './backup/aur314-restore-type.ts';
import { page as aur315 } from './backup/aur315-too-many-clones.ts';
import { page as aur320 } from './backup/aur320-two-origins.ts';
import { page as aur321 } from './backup/aur321-scalability-of-restore.ts';
import { page as aur322 } from './backup/aur322-retention-lost-on-restore.ts';
import { page as aur325 } from './backup/aur325-no-effect-on-instance.ts';
import { page as aur614 } from './global-database/aur614-global-cluster-from-source.ts';
import { page as aur617 } from './global-database/aur617-global-cluster-without-engine.ts';
import { page as aur618 } from './global-database/aur618-member-without-version.ts';
import { page as aur015 } from './identity/aur015-no-master-username.ts';
import { page as aur019 } from './identity/aur019-no-master-password.ts';
import { page as aur020 } from './identity/aur020-secret-key-without-secret.ts';
import { page as aur1107 } from './machine-learning/aur1107-role-lacks-action.ts';
import { page as aur1108 } from './machine-learning/aur1108-role-not-for-rds.ts';
import { page as aur509 } from './maintenance/aur509-instance-version-differs.ts';
import { page as aur516 } from './maintenance/aur516-parameter-group-of-other-kind.ts';
import { page as aur517 } from './maintenance/aur517-instance-version-stated.ts';
import { page as aur523 } from './maintenance/aur523-engine-aurora.ts';
import { page as aur525 } from './maintenance/aur525-version-as-number.ts';
import { page as aur526 } from './maintenance/aur526-truth-value-as-parameter.ts';
import type { RulePage } from './rule-page.ts';
import { page as aur1003 } from './security/aur1003-default-port.ts';
import { page as aur1013 } from './security/aur1013-limitless-cluster.ts';
import { page as aur1019 } from './security/aur1019-limitless-without-monitoring.ts';
import { page as aur1020 } from './security/aur1020-zero-etl-parameters.ts';
import { page as aur1023 } from './security/aur1023-proxy-before-instances.ts';
import { page as aur201 } from './storage/aur201-storage-type.ts';
import { page as aur202 } from './storage/aur202-property-of-multi-az-clusters.ts';
import { page as aur116 } from './topology/aur116-cluster-name-missed.ts';
import { page as aur122 } from './topology/aur122-created-before-cluster.ts';

/** The page of every rule over the resources of a template, by id. Only `explain` and tests load them. */
export const templateRulePages: Readonly<Record<string, RulePage>> = {
  AUR015: aur015,
  AUR019: aur019,
  AUR020: aur020,
  AUR116: aur116,
  AUR122: aur122,
  AUR201: aur201,
  AUR202: aur202,
  AUR307: aur307,
  AUR309: aur309,
  AUR310: aur310,
  AUR314: aur314,
  AUR315: aur315,
  AUR320: aur320,
  AUR321: aur321,
  AUR322: aur322,
  AUR325: aur325,
  AUR509: aur509,
  AUR516: aur516,
  AUR517: aur517,
  AUR523: aur523,
  AUR525: aur525,
  AUR526: aur526,
  AUR614: aur614,
  AUR617: aur617,
  AUR618: aur618,
  AUR801: aur801,
  AUR808: aur808,
  AUR810: aur810,
  AUR1003: aur1003,
  AUR1013: aur1013,
  AUR1019: aur1019,
  AUR1020: aur1020,
  AUR1023: aur1023,
  AUR1107: aur1107,
  AUR1108: aur1108,
};
