import { page as aur802 } from './auto-scaling/aur802-auto-scaling-bounds.ts';
import { page as aur803 } from './auto-scaling/aur803-nothing-to-scale.ts';
import { page as aur804 } from './auto-scaling/aur804-two-policies-for-one-metric.ts';
import { page as aur805 } from './auto-scaling/aur805-auto-scaling-without-effect.ts';
import { page as aur809 } from './auto-scaling/aur809-only-scaled-readers.ts';
import { page as aur811 } from './auto-scaling/aur811-too-many-scaled-readers.ts';
import { page as aur401 } from './backtrack/aur401-backtrack-engine.ts';
import { page as aur402 } from './backtrack/aur402-backtrack-window.ts';
import { page as aur403 } from './backtrack/aur403-backtrack-region.ts';
import { page as aur404 } from './backtrack/aur404-backtrack-and-replication.ts';
import { page as aur407 } from './backtrack/aur407-backtrack-with-binlog.ts';
import { page as aur408 } from './backtrack/aur408-backtrack-beyond-retention.ts';
import { page as aur301 } from './backup/aur301-backup-retention.ts';
import { page as aur302 } from './backup/aur302-shortest-retention.ts';
import { page as aur303 } from './backup/aur303-backup-window-form.ts';
import { page as aur304 } from './backup/aur304-backup-window-length.ts';
import { page as aur305 } from './backup/aur305-windows-overlap.ts';
import { page as aur308 } from './backup/aur308-deletion-protection.ts';
import { page as aur312 } from './backup/aur312-restore-without-moment.ts';
import { page as aur313 } from './backup/aur313-clone-across-regions.ts';
import { page as aur317 } from './backup/aur317-restore-from-s3.ts';
import { page as aur323 } from './backup/aur323-two-moments.ts';
import { page as aur324 } from './backup/aur324-restore-source.ts';
import { page as aur326 } from './backup/aur326-restored-with-default-parameters.ts';
import { page as aur327 } from './backup/aur327-several-origins.ts';
import { page as aur328 } from './backup/aur328-origin-of-secondary.ts';
import { page as aur1206 } from './cost/aur1206-secondary-without-objective.ts';
import { page as aur901 } from './endpoints/aur901-too-many-endpoints.ts';
import { page as aur902 } from './endpoints/aur902-writer-endpoint.ts';
import { page as aur903 } from './endpoints/aur903-endpoint-members.ts';
import { page as aur904 } from './endpoints/aur904-static-members-and-scaling.ts';
import { page as aur905 } from './endpoints/aur905-no-reader-behind-endpoint.ts';
import { page as aur907 } from './endpoints/aur907-endpoint-name.ts';
import { page as aur910 } from './endpoints/aur910-reads-without-reader.ts';
import { page as aur911 } from './endpoints/aur911-endpoint-loses-its-member.ts';
import { page as aur912 } from './endpoints/aur912-members-of-different-size.ts';
import { page as aur913 } from './endpoints/aur913-endpoint-in-one-availability-zone.ts';
import { page as aur601 } from './global-database/aur601-too-many-secondaries.ts';
import { page as aur603 } from './global-database/aur603-two-members-in-one-region.ts';
import { page as aur604 } from './global-database/aur604-primary-readers.ts';
import { page as aur605 } from './global-database/aur605-burstable-class.ts';
import { page as aur606 } from './global-database/aur606-writer-in-secondary.ts';
import { page as aur607 } from './global-database/aur607-different-versions.ts';
import { page as aur608 } from './global-database/aur608-limitless-version.ts';
import { page as aur609 } from './global-database/aur609-managed-password.ts';
import { page as aur610 } from './global-database/aur610-write-forwarding.ts';
import { page as aur611 } from './global-database/aur611-recovery-point-range.ts';
import { page as aur612 } from './global-database/aur612-headless-secondary.ts';
import { page as aur613 } from './global-database/aur613-serverless-primary.ts';
import { page as aur619 } from './global-database/aur619-smaller-secondary.ts';
import { page as aur620 } from './global-database/aur620-single-instance-secondary.ts';
import { page as aur621 } from './global-database/aur621-recovery-point-of-two-regions.ts';
import { page as aur622 } from './global-database/aur622-settings-of-secondary.ts';
import { page as aur624 } from './global-database/aur624-bare-major.ts';
import { page as aur625 } from './global-database/aur625-key-of-secondary.ts';
import { page as aur001 } from './identity/aur001-cluster-identifier.ts';
import { page as aur002 } from './identity/aur002-instance-identifier.ts';
import { page as aur003 } from './identity/aur003-capitals.ts';
import { page as aur004 } from './identity/aur004-duplicate-identifier.ts';
import { page as aur005 } from './identity/aur005-identifier-across-regions.ts';
import { page as aur006 } from './identity/aur006-global-identifier.ts';
import { page as aur007 } from './identity/aur007-database-name-mysql.ts';
import { page as aur008 } from './identity/aur008-database-name-postgresql.ts';
import { page as aur009 } from './identity/aur009-reserved-database-name.ts';
import { page as aur010 } from './identity/aur010-master-username.ts';
import { page as aur011 } from './identity/aur011-refused-master-username.ts';
import { page as aur012 } from './identity/aur012-master-password.ts';
import { page as aur013 } from './identity/aur013-password-given-and-managed.ts';
import { page as aur014 } from './identity/aur014-password-in-plain-sight.ts';
import { page as aur016 } from './identity/aur016-tags.ts';
import { page as aur017 } from './identity/aur017-instance-named-like-cluster.ts';
import { page as aur018 } from './identity/aur018-reserved-master-username.ts';
import { page as aur1102 } from './machine-learning/aur1102-feature-name.ts';
import { page as aur1103 } from './machine-learning/aur1103-two-roles-for-one-feature.ts';
import { page as aur1104 } from './machine-learning/aur1104-role-without-parameter.ts';
import { page as aur1106 } from './machine-learning/aur1106-parameter-without-role.ts';
import { page as aur1109 } from './machine-learning/aur1109-endpoint-in-another-region.ts';
import { page as aur1110 } from './machine-learning/aur1110-bedrock-version.ts';
import { page as aur1111 } from './machine-learning/aur1111-region-without-service.ts';
import { page as aur1112 } from './machine-learning/aur1112-learning-in-primary-only.ts';
import { page as aur501 } from './maintenance/aur501-maintenance-window-form.ts';
import { page as aur502 } from './maintenance/aur502-maintenance-window-length.ts';
import { page as aur503 } from './maintenance/aur503-instance-maintenance-window.ts';
import { page as aur504 } from './maintenance/aur504-version-of-another-engine.ts';
import { page as aur505 } from './maintenance/aur505-version-no-longer-chosen.ts';
import { page as aur506 } from './maintenance/aur506-end-of-standard-support.ts';
import { page as aur507 } from './maintenance/aur507-extended-support-not-stated.ts';
import { page as aur508 } from './maintenance/aur508-lts-upgraded-automatically.ts';
import { page as aur510 } from './maintenance/aur510-parameter-group-family.ts';
import { page as aur511 } from './maintenance/aur511-class-not-in-region.ts';
import { page as aur512 } from './maintenance/aur512-retired-class.ts';
import { page as aur513 } from './maintenance/aur513-general-purpose-class.ts';
import { page as aur514 } from './maintenance/aur514-burstable-class.ts';
import { page as aur515 } from './maintenance/aur515-maintenance-in-working-hours.ts';
import { page as aur518 } from './maintenance/aur518-class-newer-than-version.ts';
import { page as aur519 } from './maintenance/aur519-unlisted-version.ts';
import { page as aur520 } from './maintenance/aur520-legacy-class.ts';
import { page as aur521 } from './maintenance/aur521-expired-certificate-authority.ts';
import { page as aur522 } from './maintenance/aur522-no-maintenance-window.ts';
import { page as aur524 } from './maintenance/aur524-mixed-minor-upgrades.ts';
import type { RulePage } from './rule-page.ts';
import { page as sim002 } from './scenarios/sim002-az-not-survived.ts';
import { page as sim003 } from './scenarios/sim003-no-failover-target.ts';
import { page as sim006 } from './scenarios/sim006-no-other-region.ts';
import { page as sim007 } from './scenarios/sim007-no-loss-with-region.ts';
import { page as sim008 } from './scenarios/sim008-loss-not-bounded.ts';
import { page as sim009 } from './scenarios/sim009-unknown-target.ts';
import { page as sim010 } from './scenarios/sim010-event-after-end.ts';
import { page as sim011 } from './scenarios/sim011-writer-recovery-too-short.ts';
import { page as sim012 } from './scenarios/sim012-region-recovery-too-short.ts';
import { page as sim013 } from './scenarios/sim013-no-expectation.ts';
import { page as sim014 } from './scenarios/sim014-undecided-expectation.ts';
import { page as sim015 } from './scenarios/sim015-event-without-duration.ts';
import { page as sim016 } from './scenarios/sim016-bound-wider-than-objective.ts';
import { page as sim017 } from './scenarios/sim017-two-faults.ts';
import { page as sim019 } from './scenarios/sim019-snapshot-not-taken-yet.ts';
import { page as sim020 } from './scenarios/sim020-instant-not-restorable.ts';
import { page as sim021 } from './scenarios/sim021-window-does-not-come.ts';
import { page as sim022 } from './scenarios/sim022-incomplete-event.ts';
import { page as aur1001 } from './security/aur1001-public-access.ts';
import { page as aur1002 } from './security/aur1002-port.ts';
import { page as aur1004 } from './security/aur1004-log-exports.ts';
import { page as aur1005 } from './security/aur1005-no-log-export.ts';
import { page as aur1006 } from './security/aur1006-monitoring-interval.ts';
import { page as aur1007 } from './security/aur1007-monitoring-role.ts';
import { page as aur1008 } from './security/aur1008-insights-retention.ts';
import { page as aur1009 } from './security/aur1009-retention-without-advanced-mode.ts';
import { page as aur1010 } from './security/aur1010-advanced-mode.ts';
import { page as aur1011 } from './security/aur1011-insights-class.ts';
import { page as aur1012 } from './security/aur1012-too-many-roles.ts';
import { page as aur1014 } from './security/aur1014-data-api.ts';
import { page as aur1016 } from './security/aur1016-local-write-forwarding.ts';
import { page as aur1017 } from './security/aur1017-zero-etl-source.ts';
import { page as aur1018 } from './security/aur1018-unequal-insights.ts';
import { page as aur1021 } from './security/aur1021-insights-switched-off.ts';
import { page as aur701 } from './serverless/aur701-missing-configuration.ts';
import { page as aur702 } from './serverless/aur702-capacity-range.ts';
import { page as aur703 } from './serverless/aur703-capacity-of-version.ts';
import { page as aur704 } from './serverless/aur704-serverless-v1.ts';
import { page as aur705 } from './serverless/aur705-auto-pause-time.ts';
import { page as aur706 } from './serverless/aur706-auto-pause-without-zero.ts';
import { page as aur707 } from './serverless/aur707-never-pauses.ts';
import { page as aur708 } from './serverless/aur708-jobs-skipped-while-paused.ts';
import { page as aur710 } from './serverless/aur710-minimum-for-insights.ts';
import { page as aur711 } from './serverless/aur711-connections-capped.ts';
import { page as aur712 } from './serverless/aur712-reader-falls-behind.ts';
import { page as aur713 } from './serverless/aur713-serverless-version.ts';
import { page as aur714 } from './serverless/aur714-cache-management-without-effect.ts';
import { page as aur715 } from './serverless/aur715-fixed-capacity.ts';
import { page as aur716 } from './serverless/aur716-serverless-region.ts';
import { page as aur717 } from './serverless/aur717-target-cannot-grow.ts';
import { page as aur718 } from './serverless/aur718-reader-kept-large.ts';
import { page as aur719 } from './serverless/aur719-pause-against-objective.ts';
import { page as aur720 } from './serverless/aur720-wide-range.ts';
import { page as aur721 } from './serverless/aur721-unused-configuration.ts';
import { page as aur722 } from './serverless/aur722-more-connections-than-taken.ts';
import { page as aur203 } from './storage/aur203-io-optimized-version.ts';
import { page as aur205 } from './storage/aur205-parallel-query.ts';
import { page as aur206 } from './storage/aur206-volume-too-large.ts';
import { page as aur207 } from './storage/aur207-burstable-with-large-volume.ts';
import { page as aur208 } from './storage/aur208-local-cache-on-standard-storage.ts';
import { page as aur210 } from './storage/aur210-encryption-switched-off.ts';
import { page as aur211 } from './storage/aur211-key-without-encryption.ts';
import { page as aur212 } from './storage/aur212-key-of-another-region.ts';
import { page as aur213 } from './storage/aur213-volume-full-within-a-year.ts';
import { page as aur101 } from './topology/aur101-too-many-instances.ts';
import { page as aur102 } from './topology/aur102-several-writers.ts';
import { page as aur103 } from './topology/aur103-single-instance.ts';
import { page as aur104 } from './topology/aur104-one-availability-zone.ts';
import { page as aur105 } from './topology/aur105-instance-outside-volume.ts';
import { page as aur106 } from './topology/aur106-too-many-availability-zones.ts';
import { page as aur107 } from './topology/aur107-availability-zone-of-another-region.ts';
import { page as aur108 } from './topology/aur108-subnets-in-one-availability-zone.ts';
import { page as aur109 } from './topology/aur109-subnets-in-two-availability-zones.ts';
import { page as aur110 } from './topology/aur110-promotion-tier.ts';
import { page as aur111 } from './topology/aur111-smaller-next-writer.ts';
import { page as aur112 } from './topology/aur112-tie-for-promotion.ts';
import { page as aur113 } from './topology/aur113-next-writer-beside-writer.ts';
import { page as aur114 } from './topology/aur114-burstable-sizes.ts';
import { page as aur115 } from './topology/aur115-instance-engine.ts';
import { page as aur117 } from './topology/aur117-cluster-cache-management.ts';
import { page as aur119 } from './topology/aur119-serverless-reader-out-of-step.ts';
import { page as aur120 } from './topology/aur120-engine-mode.ts';
import { page as aur121 } from './topology/aur121-old-engine-mode.ts';
import { page as aur123 } from './topology/aur123-instance-subnet-group.ts';
import { page as aur124 } from './topology/aur124-no-instance.ts';
import { page as aur125 } from './topology/aur125-one-reader-for-reads.ts';
import { page as aur126 } from './topology/aur126-readers-in-one-availability-zone.ts';
import { page as aur127 } from './topology/aur127-unknown-region.ts';

/** The page of every rule over designs, by the rule's id. Apart from the rules, so that bundles that only check leave it out. */
export const designRulePages: Readonly<Record<string, RulePage>> = {
  AUR001: aur001,
  AUR002: aur002,
  AUR003: aur003,
  AUR004: aur004,
  AUR005: aur005,
  AUR006: aur006,
  AUR007: aur007,
  AUR008: aur008,
  AUR009: aur009,
  AUR010: aur010,
  AUR011: aur011,
  AUR012: aur012,
  AUR013: aur013,
  AUR014: aur014,
  AUR016: aur016,
  AUR017: aur017,
  AUR018: aur018,
  AUR101: aur101,
  AUR102: aur102,
  AUR103: aur103,
  AUR104: aur104,
  AUR105: aur105,
  AUR106: aur106,
  AUR107: aur107,
  AUR108: aur108,
  AUR109: aur109,
  AUR110: aur110,
  AUR111: aur111,
  AUR112: aur112,
  AUR113: aur113,
  AUR114: aur114,
  AUR115: aur115,
  AUR117: aur117,
  AUR119: aur119,
  AUR120: aur120,
  AUR121: aur121,
  AUR123: aur123,
  AUR124: aur124,
  AUR125: aur125,
  AUR126: aur126,
  AUR127: aur127,
  AUR203: aur203,
  AUR205: aur205,
  AUR206: aur206,
  AUR207: aur207,
  AUR208: aur208,
  AUR210: aur210,
  AUR211: aur211,
  AUR212: aur212,
  AUR213: aur213,
  AUR301: aur301,
  AUR302: aur302,
  AUR303: aur303,
  AUR304: aur304,
  AUR305: aur305,
  AUR308: aur308,
  AUR312: aur312,
  AUR313: aur313,
  AUR317: aur317,
  AUR323: aur323,
  AUR324: aur324,
  AUR326: aur326,
  AUR327: aur327,
  AUR328: aur328,
  AUR401: aur401,
  AUR402: aur402,
  AUR403: aur403,
  AUR404: aur404,
  AUR407: aur407,
  AUR408: aur408,
  AUR501: aur501,
  AUR502: aur502,
  AUR503: aur503,
  AUR504: aur504,
  AUR505: aur505,
  AUR506: aur506,
  AUR507: aur507,
  AUR508: aur508,
  AUR510: aur510,
  AUR511: aur511,
  AUR512: aur512,
  AUR513: aur513,
  AUR514: aur514,
  AUR515: aur515,
  AUR518: aur518,
  AUR519: aur519,
  AUR520: aur520,
  AUR521: aur521,
  AUR522: aur522,
  AUR524: aur524,
  AUR601: aur601,
  AUR603: aur603,
  AUR604: aur604,
  AUR605: aur605,
  AUR606: aur606,
  AUR607: aur607,
  AUR608: aur608,
  AUR609: aur609,
  AUR610: aur610,
  AUR611: aur611,
  AUR612: aur612,
  AUR613: aur613,
  AUR619: aur619,
  AUR620: aur620,
  AUR621: aur621,
  AUR622: aur622,
  AUR624: aur624,
  AUR625: aur625,
  AUR701: aur701,
  AUR702: aur702,
  AUR703: aur703,
  AUR704: aur704,
  AUR705: aur705,
  AUR706: aur706,
  AUR707: aur707,
  AUR708: aur708,
  AUR710: aur710,
  AUR711: aur711,
  AUR712: aur712,
  AUR713: aur713,
  AUR714: aur714,
  AUR715: aur715,
  AUR716: aur716,
  AUR717: aur717,
  AUR718: aur718,
  AUR719: aur719,
  AUR720: aur720,
  AUR721: aur721,
  AUR722: aur722,
  AUR802: aur802,
  AUR803: aur803,
  AUR804: aur804,
  AUR805: aur805,
  AUR809: aur809,
  AUR811: aur811,
  AUR901: aur901,
  AUR902: aur902,
  AUR903: aur903,
  AUR904: aur904,
  AUR905: aur905,
  AUR907: aur907,
  AUR910: aur910,
  AUR911: aur911,
  AUR912: aur912,
  AUR913: aur913,
  AUR1001: aur1001,
  AUR1002: aur1002,
  AUR1004: aur1004,
  AUR1005: aur1005,
  AUR1006: aur1006,
  AUR1007: aur1007,
  AUR1008: aur1008,
  AUR1009: aur1009,
  AUR1010: aur1010,
  AUR1011: aur1011,
  AUR1012: aur1012,
  AUR1014: aur1014,
  AUR1016: aur1016,
  AUR1017: aur1017,
  AUR1018: aur1018,
  AUR1021: aur1021,
  AUR1102: aur1102,
  AUR1103: aur1103,
  AUR1104: aur1104,
  AUR1106: aur1106,
  AUR1109: aur1109,
  AUR1110: aur1110,
  AUR1111: aur1111,
  AUR1112: aur1112,
  AUR1206: aur1206,
  SIM002: sim002,
  SIM003: sim003,
  SIM006: sim006,
  SIM007: sim007,
  SIM008: sim008,
  SIM009: sim009,
  SIM010: sim010,
  SIM011: sim011,
  SIM012: sim012,
  SIM013: sim013,
  SIM014: sim014,
  SIM015: sim015,
  SIM016: sim016,
  SIM017: sim017,
  SIM019: sim019,
  SIM020: sim020,
  SIM021: sim021,
  SIM022: sim022,
};
