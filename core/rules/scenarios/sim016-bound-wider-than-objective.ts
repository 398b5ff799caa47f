import { formatDuration } from '../../design/format/duration.ts';
import { globalSecondaries } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const { parameter, min } = limits.global_rpo_param;

export const rule: DesignRule = {
  id: 'SIM016',
  title: 'The bound on data loss is wider than the objective',
  group: 'Cross-file and simulation',
  severity: 'warning',
  facts: [limits.global_rpo_param],
  check: (design, report) => {
    const demanded = known(design.objectives.regionDataLoss);
    if (demanded === undefined || globalSecondaries(design).length === 0) return;
    for (const { key, node } of design.primary.parameters.entries) {
      const bound = Number(known(node));
      if (key !== parameter || !(bound >= min) || bound * 1000 <= demanded) continue;
      const value = Math.max(min, Math.floor(demanded / 1000));
      const isEnough = value * 1000 <= demanded;
      const advice = isEnough
        ? `Set it to ${value}.`
        : `Its least value, ${min}, is wider too: allow at least that much.`;
      const message = `${parameter} lets a secondary be ${bound} s behind before commits wait, and the objective allows ${formatDuration(demanded)}. ${advice}`;
      const edits = [{ kind: 'set', path: node.path, value }] as const;
      const fixes = isEnough ? [{ title: `Set ${parameter} to ${value}`, edits }] : [];
      report(node.path, message, { fixes });
    }
  },
};

export const page: RulePage = {
  reason:
    'The parameter is what holds the objective: commits of the primary wait while every secondary is further behind.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
  parameters: { rds.global_db_rpo: 60 }
#                                  ^^ SIM016 30 s
secondaries:
  - region: eu-west-1
    clusterIdentifier: orders-eu
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
      - { id: orders-eu-b, class: db.r7g.large }
  - region: eu-central-1
    clusterIdentifier: orders-de
    instances:
      - { id: orders-de-a, class: db.r7g.large }
      - { id: orders-de-b, class: db.r7g.large }
objectives: { regionDataLoss: 30s }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
  parameters: { rds.global_db_rpo: 30 }
secondaries:
  - region: eu-west-1
    clusterIdentifier: orders-eu
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
      - { id: orders-eu-b, class: db.r7g.large }
  - region: eu-central-1
    clusterIdentifier: orders-de
    instances:
      - { id: orders-de-a, class: db.r7g.large }
      - { id: orders-de-b, class: db.r7g.large }
objectives: { regionDataLoss: 30s }
`,
};
