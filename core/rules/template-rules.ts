import { rule as aur801 } from './auto-scaling/aur801-scalable-target-of-cluster.ts';
import { rule as aur808 } from './auto-scaling/aur808-predefined-metric.ts';
import { rule as aur810 } from './auto-scaling/aur810-scaling-before-instances.ts';
import { rule as aur307 } from './backup/aur307-cluster-setting-on-instance.ts';
import { rule as aur309 } from './backup/aur309-data-lost-with-stack.ts';
import { rule as aur310 } from './backup/aur310-ignored-on-restore.ts';
import { rule as aur314 } from './backup/aur314-restore-type.ts';
import { rule as aur315 } from './backup/aur315-too-many-clones.ts';
import { rule as aur320 } from './backup/aur320-two-origins.ts';
import { rule as aur321 } from './backup/aur321-scalability-of-restore.ts';
import { rule as aur322 } from './backup/aur322-retention-lost-on-restore.ts';
import { rule as aur325 } from './backup/aur325-no-effect-on-instance.ts';
import { rule as aur614 } from './global-database/aur614-global-cluster-from-source.ts';
import { rule as aur617 } from './global-database/aur617-global-cluster-without-engine.ts';
import { rule as aur618 } from './global-database/aur618-member-without-version.ts';
import { rule as aur015 } from './identity/aur015-no-master-username.ts';
import { rule as aur019 } from './identity/aur019-no-master-password.ts';
import { rule as aur020 } from './identity/aur020-secret-key-without-secret.ts';
import { rule as aur1107 } from './machine-learning/aur1107-role-lacks-action.ts';
import { rule as aur1108 } from './machine-learning/aur1108-role-not-for-rds.ts';
import { rule as aur509 } from './maintenance/aur509-instance-version-differs.ts';
import { rule as aur516 } from './maintenance/aur516-parameter-group-of-other-kind.ts';
import { rule as aur517 } from './maintenance/aur517-instance-version-stated.ts';
import { rule as aur523 } from './maintenance/aur523-engine-aurora.ts';
import { rule as aur525 } from './maintenance/aur525-version-as-number.ts';
import { rule as aur526 } from './maintenance/aur526-truth-value-as-parameter.ts';
import type { TemplateRule } from './rule.ts';
import { rule as aur1003 } from './security/aur1003-default-port.ts';
import { rule as aur1013 } from './security/aur1013-limitless-cluster.ts';
import { rule as aur1019 } from './security/aur1019-limitless-without-monitoring.ts';
import { rule as aur1020 } from './security/aur1020-zero-etl-parameters.ts';
import { rule as aur1023 } from './security/aur1023-proxy-before-instances.ts';
import { rule as aur201 } from './storage/aur201-storage-type.ts';
import { rule as aur202 } from './storage/aur202-property-of-multi-az-clusters.ts';
import { rule as aur116 } from './topology/aur116-cluster-name-missed.ts';
import { rule as aur122 } from './topology/aur122-created-before-cluster.ts';

/** Every rule over the resources of a template, in order of their ids. */
export const templateRules: readonly TemplateRule[] = [
  aur015,
  aur019,
  aur020,
  aur116,
  aur122,
  aur201,
  aur202,
  aur307,
  aur309,
  aur310,
  aur314,
  aur315,
  aur320,
  aur321,
  aur322,
  aur325,
  aur509,
  aur516,
  aur517,
  aur523,
  aur525,
  aur526,
  aur614,
  aur617,
  aur618,
  aur801,
  aur808,
  aur810,
  aur1003,
  aur1013,
  aur1019,
  aur1020,
  aur1023,
  aur1107,
  aur1108,
];
