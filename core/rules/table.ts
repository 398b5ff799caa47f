import { rule as aur802 } from './auto-scaling/aur802-auto-scaling-bounds.ts';
import { rule as aur803 } from './auto-scaling/aur803-nothing-to-scale.ts';
import { rule as aur804 } from './auto-scaling/aur804-two-policies-for-one-metric.ts';
import { rule as aur805 } from './auto-scaling/aur805-auto-scaling-without-effect.ts';
import { rule as aur809 } from './auto-scaling/aur809-only-scaled-readers.ts';
import { rule as aur811 } from './auto-scaling/aur811-too-many-scaled-readers.ts';
import { rule as aur401 } from './backtrack/aur401-backtrack-engine.ts';
import { rule as aur402 } from './backtrack/aur402-backtrack-window.ts';
import { rule as aur403 } from './backtrack/aur403-backtrack-region.ts';
import { rule as aur404 } from './backtrack/aur404-backtrack-and-replication.ts';
import { rule as aur407 } from './backtrack/aur407-backtrack-with-binlog.ts';
import { rule as aur408 } from './backtrack/aur408-backtrack-beyond-retention.ts';
import { rule as aur301 } from './backup/aur301-backup-retention.ts';
import { rule as aur302 } from './backup/aur302-shortest-retention.ts';
import { rule as aur303 } from './backup/aur303-backup-window-form.ts';
import { rule as aur304 } from './backup/aur304-backup-window-length.ts';
import { rule as aur305 } from './backup/aur305-windows-overlap.ts';
import { rule as aur308 } from './backup/aur308-deletion-protection.ts';
import { rule as aur312 } from './backup/aur312-restore-without-moment.ts';
import { rule as aur313 } from './backup/aur313-clone-across-regions.ts';
import { rule as aur317 } from './backup/aur317-restore-from-s3.ts';
import { rule as aur323 } from './backup/aur323-two-moments.ts';
import { rule as aur324 } from './backup/aur324-restore-source.ts';
import { rule as aur326 } from './backup/aur326-restored-with-default-parameters.ts';
import { rule as aur327 } from './backup/aur327-several-origins.ts';
import { rule as aur328 } from './backup/aur328-origin-of-secondary.ts';
import { rule as aur1206 } from './cost/aur1206-secondary-without-objective.ts';
import { rule as aur901 } from './endpoints/aur901-too-many-endpoints.ts';
import { rule as aur902 } from './endpoints/aur902-writer-endpoint.ts';
import { rule as aur903 } from './endpoints/aur903-endpoint-members.ts';
import { rule as aur904 } from './endpoints/aur904-static-members-and-scaling.ts';
import { rule as aur905 } from './endpoints/aur905-no-reader-behind-endpoint.ts';
import { rule as aur907 } from './endpoints/aur907-endpoint-name.ts';
import { rule as aur910 } from './endpoints/aur910-reads-without-reader.ts';
import { rule as aur911 } from './endpoints/aur911-endpoint-loses-its-member.ts';
import { rule as aur912 } from './endpoints/aur912-members-of-different-size.ts';
import { rule as aur913 } from './endpoints/aur913-endpoint-in-one-availability-zone.ts';
import { rule as aur601 } from './global-database/aur601-too-many-secondaries.ts';
import { rule as aur603 } from './global-database/aur603-two-members-in-one-region.ts';
import { rule as aur604 } from './global-database/aur604-primary-readers.ts';
import { rule as aur605 } from './global-database/aur605-burstable-class.ts';
import { rule as aur606 } from './global-database/aur606-writer-in-secondary.ts';
import { rule as aur607 } from './global-database/aur607-different-versions.ts';
import { rule as aur608 } from './global-database/aur608-limitless-version.ts';
import { rule as aur609 } from './global-database/aur609-managed-password.ts';
import { rule as aur610 } from './global-database/aur610-write-forwarding.ts';
import { rule as aur611 } from './global-database/aur611-recovery-point-range.ts';
import { rule as aur612 } from './global-database/aur612-headless-secondary.ts';
import { rule as aur613 } from './global-database/aur613-serverless-primary.ts';
import { rule as aur619 } from './global-database/aur619-smaller-secondary.ts';
import { rule as aur620 } from './global-database/aur620-single-instance-secondary.ts';
import { rule as aur621 } from './global-database/aur621-recovery-point-of-two-regions.ts';
import { rule as aur622 } from './global-database/aur622-settings-of-secondary.ts';
import { rule as aur624 } from './global-database/aur624-bare-major.ts';
import { rule as aur625 } from './global-database/aur625-key-of-secondary.ts';
import { rule as aur001 } from './identity/aur001-cluster-identifier.ts';
import { rule as aur002 } from './identity/aur002-instance-identifier.ts';
import { rule as aur003 } from './identity/aur003-capitals.ts';
import { rule as aur004 } from './identity/aur004-duplicate-identifier.ts';
import { rule as aur005 } from './identity/aur005-identifier-across-regions.ts';
import { rule as aur006 } from './identity/aur006-global-identifier.ts';
import { rule as aur007 } from './identity/aur007-database-name-mysql.ts';
import { rule as aur008 } from './identity/aur008-database-name-postgresql.ts';
import { rule as aur009 } from './identity/aur009-reserved-database-name.ts';
import { rule as aur010 } from './identity/aur010-master-username.ts';
import { rule as aur011 } from './identity/aur011-refused-master-username.ts';
import { rule as aur012 } from './identity/aur012-master-password.ts';
import { rule as aur013 } from './identity/aur013-password-given-and-managed.ts';
import { rule as aur014 } from './identity/aur014-password-in-plain-sight.ts';
import { rule as aur016 } from './identity/aur016-tags.ts';
import { rule as aur017 } from './identity/aur017-instance-named-like-cluster.ts';
import { rule as aur018 } from './identity/aur018-reserved-master-username.ts';
import { rule as aur1102 } from './machine-learning/aur1102-feature-name.ts';
import { rule as aur1103 } from './machine-learning/aur1103-two-roles-for-one-feature.ts';
import { rule as aur1104 } from './machine-learning/aur1104-role-without-parameter.ts';
import { rule as aur1106 } from './machine-learning/aur1106-parameter-without-role.ts';
import { rule as aur1109 } from './machine-learning/aur1109-endpoint-in-another-region.ts';
import { rule as aur1110 } from './machine-learning/aur1110-bedrock-version.ts';
import { rule as aur1111 } from './machine-learning/aur1111-region-without-service.ts';
import { rule as aur1112 } from './machine-learning/aur1112-learning-in-primary-only.ts';
import { rule as aur501 } from './maintenance/aur501-maintenance-window-form.ts';
import { rule as aur502 } from './maintenance/aur502-maintenance-window-length.ts';
import { rule as aur503 } from './maintenance/aur503-instance-maintenance-window.ts';
import { rule as aur504 } from './maintenance/aur504-version-of-another-engine.ts';
import { rule as aur505 } from './maintenance/aur505-version-no-longer-chosen.ts';
import { rule as aur506 } from './maintenance/aur506-end-of-standard-support.ts';
import { rule as aur507 } from './maintenance/aur507-extended-support-not-stated.ts';
import { rule as aur508 } from './maintenance/aur508-lts-upgraded-automatically.ts';
import { rule as aur510 } from './maintenance/aur510-parameter-group-family.ts';
import { rule as aur511 } from './maintenance/aur511-class-not-in-region.ts';
import { rule as aur512 } from './maintenance/aur512-retired-class.ts';
import { rule as aur513 } from './maintenance/aur513-general-purpose-class.ts';
import { rule as aur514 } from './maintenance/aur514-burstable-class.ts';
import { rule as aur515 } from './maintenance/aur515-maintenance-in-working-hours.ts';
import { rule as aur518 } from './maintenance/aur518-class-newer-than-version.ts';
import { rule as aur519 } from './maintenance/aur519-unlisted-version.ts';
import { rule as aur520 } from './maintenance/aur520-legacy-class.ts';
import { rule as aur521 } from './maintenance/aur521-expired-certificate-authority.ts';
import { rule as aur522 } from './maintenance/aur522-no-maintenance-window.ts';
import { rule as aur524 } from './maintenance/aur524-mixed-minor-upgrades.ts';
import type { DesignRule } from './rule.ts';
import { rule as sim002 } from './scenarios/sim002-az-not-survived.ts';
import { rule as sim003 } from './scenarios/sim003-no-failover-target.ts';
import { rule as sim006 } from './scenarios/sim006-no-other-region.ts';
import { rule as sim007 } from './scenarios/sim007-no-loss-with-region.ts';
import { rule as sim008 } from './scenarios/sim008-loss-not-bounded.ts';
import { rule as sim009 } from './scenarios/sim009-unknown-target.ts';
import { rule as sim010 } from './scenarios/sim010-event-after-end.ts';
import { rule as sim011 } from './scenarios/sim011-writer-recovery-too-short.ts';
import { rule as sim012 } from './scenarios/sim012-region-recovery-too-short.ts';
import { rule as sim013 } from './scenarios/sim013-no-expectation.ts';
import { rule as sim014 } from './scenarios/sim014-undecided-expectation.ts';
import { rule as sim015 } from './scenarios/sim015-event-without-duration.ts';
import { rule as sim016 } from './scenarios/sim016-bound-wider-than-objective.ts';
import { rule as sim017 } from './scenarios/sim017-two-faults.ts';
import { rule as sim019 } from './scenarios/sim019-snapshot-not-taken-yet.ts';
import { rule as sim020 } from './scenarios/sim020-instant-not-restorable.ts';
import { rule as sim021 } from './scenarios/sim021-window-does-not-come.ts';
import { rule as sim022 } from './scenarios/sim022-incomplete-event.ts';
import { rule as aur1001 } from './security/aur1001-public-access.ts';
import { rule as aur1002 } from './security/aur1002-port.ts';
import { rule as aur1004 } from './security/aur1004-log-exports.ts';
import { rule as aur1005 } from './security/aur1005-no-log-export.ts';
import { rule as aur1006 } from './security/aur1006-monitoring-interval.ts';
import { rule as aur1007 } from './security/aur1007-monitoring-role.ts';
import { rule as aur1008 } from './security/aur1008-insights-retention.ts';
import { rule as aur1009 } from './security/aur1009-retention-without-advanced-mode.ts';
import { rule as aur1010 } from './security/aur1010-advanced-mode.ts';
import { rule as aur1011 } from './security/aur1011-insights-class.ts';
import { rule as aur1012 } from './security/aur1012-too-many-roles.ts';
import { rule as aur1014 } from './security/aur1014-data-api.ts';
import { rule as aur1016 } from './security/aur1016-local-write-forwarding.ts';
import { rule as aur1017 } from './security/aur1017-zero-etl-source.ts';
import { rule as aur1018 } from './security/aur1018-unequal-insights.ts';
import { rule as aur1021 } from './security/aur1021-insights-switched-off.ts';
import { rule as aur701 } from './serverless/aur701-missing-configuration.ts';
import { rule as aur702 } from './serverless/aur702-capacity-range.ts';
import { rule as aur703 } from './serverless/aur703-capacity-of-version.ts';
import { rule as aur704 } from './serverless/aur704-serverless-v1.ts';
import { rule as aur705 } from './serverless/aur705-auto-pause-time.ts';
import { rule as aur706 } from './serverless/aur706-auto-pause-without-zero.ts';
import { rule as aur707 } from './serverless/aur707-never-pauses.ts';
import { rule as aur708 } from './serverless/aur708-jobs-skipped-while-paused.ts';
import { rule as aur710 } from './serverless/aur710-minimum-for-insights.ts';
import { rule as aur711 } from './serverless/aur711-connections-capped.ts';
import { rule as aur712 } from './serverless/aur712-reader-falls-behind.ts';
import { rule as aur713 } from './serverless/aur713-serverless-version.ts';
import { rule as aur714 } from './serverless/aur714-cache-management-without-effect.ts';
import { rule as aur715 } from './serverless/aur715-fixed-capacity.ts';
import { rule as aur716 } from './serverless/aur716-serverless-region.ts';
import { rule as aur717 } from './serverless/aur717-target-cannot-grow.ts';
import { rule as aur718 } from './serverless/aur718-reader-kept-large.ts';
import { rule as aur719 } from './serverless/aur719-pause-against-objective.ts';
import { rule as aur720 } from './serverless/aur720-wide-range.ts';
import { rule as aur721 } from './serverless/aur721-unused-configuration.ts';
import { rule as aur722 } from './serverless/aur722-more-connections-than-taken.ts';
import { rule as aur203 } from './storage/aur203-io-optimized-version.ts';
import { rule as aur205 } from './storage/aur205-parallel-query.ts';
import { rule as aur206 } from './storage/aur206-volume-too-large.ts';
import { rule as aur207 } from './storage/aur207-burstable-with-large-volume.ts';
import { rule as aur208 } from './storage/aur208-local-cache-on-standard-storage.ts';
import { rule as aur210 } from './storage/aur210-encryption-switched-off.ts';
import { rule as aur211 } from './storage/aur211-key-without-encryption.ts';
import { rule as aur212 } from './storage/aur212-key-of-another-region.ts';
import { rule as aur213 } from './storage/aur213-volume-full-within-a-year.ts';
import { rule as aur101 } from './topology/aur101-too-many-instances.ts';
import { rule as aur102 } from './topology/aur102-several-writers.ts';
import { rule as aur103 } from './topology/aur103-single-instance.ts';
import { rule as aur104 } from './topology/aur104-one-availability-zone.ts';
import { rule as aur105 } from './topology/aur105-instance-outside-volume.ts';
import { rule as aur106 } from './topology/aur106-too-many-availability-zones.ts';
import { rule as aur107 } from './topology/aur107-availability-zone-of-another-region.ts';
import { rule as aur108 } from './topology/aur108-subnets-in-one-availability-zone.ts';
import { rule as aur109 } from './topology/aur109-subnets-in-two-availability-zones.ts';
import { rule as aur110 } from './topology/aur110-promotion-tier.ts';
import { rule as aur111 } from './topology/aur111-smaller-next-writer.ts';
import { rule as aur112 } from './topology/aur112-tie-for-promotion.ts';
import { rule as aur113 } from './topology/aur113-next-writer-beside-writer.ts';
import { rule as aur114 } from './topology/aur114-burstable-sizes.ts';
import { rule as aur115 } from './topology/aur115-instance-engine.ts';
import { rule as aur117 } from './topology/aur117-cluster-cache-management.ts';
import { rule as aur119 } from './topology/aur119-serverless-reader-out-of-step.ts';
import { rule as aur120 } from './topology/aur120-engine-mode.ts';
import { rule as aur121 } from './topology/aur121-old-engine-mode.ts';
import { rule as aur123 } from './topology/aur123-instance-subnet-group.ts';
import { rule as aur124 } from './topology/aur124-no-instance.ts';
import { rule as aur125 } from './topology/aur125-one-reader-for-reads.ts';
import { rule as aur126 } from './topology/aur126-readers-in-one-availability-zone.ts';
import { rule as aur127 } from './topology/aur127-unknown-region.ts';

/** Every rule over designs, in order of its id. */
export const designRules: readonly DesignRule[] = [
  aur001,
  aur002,
  aur003,
  aur004,
  aur005,
  aur006,
  aur007,
  aur008,
  aur009,
  aur010,
  aur011,
  aur012,
  aur013,
  aur014,
  aur016,
  aur017,
  aur018,
  aur101,
  aur102,
  aur103,
  aur104,
  aur105,
  aur106,
  aur107,
  aur108,
  aur109,
  aur110,
  aur111,
  aur112,
  aur113,
  aur114,
  aur115,
  aur117,
  aur119,
  aur120,
  aur121,
  aur123,
  aur124,
  aur125,
  aur126,
  aur127,
  aur203,
  aur205,
  aur206,
  aur207,
  aur208,
  aur210,
  aur211,
  aur212,
  aur213,
  aur301,
  aur302,
  aur303,
  aur304,
  aur305,
  aur308,
  aur312,
  aur313,
  aur317,
  aur323,
  aur324,
  aur326,
  aur327,
  aur328,
  aur401,
  aur402,
  aur403,
  aur404,
  aur407,
  aur408,
  aur501,
  aur502,
  aur503,
  aur504,
  aur505,
  aur506,
  aur507,
  aur508,
  aur510,
  aur511,
  aur512,
  aur513,
  aur514,
  aur515,
  aur518,
  aur519,
  aur520,
  aur521,
  aur522,
  aur524,
  aur601,
  aur603,
  aur604,
  aur605,
  aur606,
  aur607,
  aur608,
  aur609,
  aur610,
  aur611,
  aur612,
  aur613,
  aur619,
  aur620,
  aur621,
  aur622,
  aur624,
  aur625,
  aur701,
  aur702,
  aur703,
  aur704,
  aur705,
  aur706,
  aur707,
  aur708,
  aur710,
  aur711,
  aur712,
  aur713,
  aur714,
  aur715,
  aur716,
  aur717,
  aur718,
  aur719,
  aur720,
  aur721,
  aur722,
  aur802,
  aur803,
  aur804,
  aur805,
  aur809,
  aur811,
  aur901,
  aur902,
  aur903,
  aur904,
  aur905,
  aur907,
  aur910,
  aur911,
  aur912,
  aur913,
  aur1001,
  aur1002,
  aur1004,
  aur1005,
  aur1006,
  aur1007,
  aur1008,
  aur1009,
  aur1010,
  aur1011,
  aur1012,
  aur1014,
  aur1016,
  aur1017,
  aur1018,
  aur1021,
  aur1102,
  aur1103,
  aur1104,
  aur1106,
  aur1109,
  aur1110,
  aur1111,
  aur1112,
  aur1206,
  sim002,
  sim003,
  sim006,
  sim007,
  sim008,
  sim009,
  sim010,
  sim011,
  sim012,
  sim013,
  sim014,
  sim015,
  sim016,
  sim017,
  sim019,
  sim020,
  sim021,
  sim022,
];
