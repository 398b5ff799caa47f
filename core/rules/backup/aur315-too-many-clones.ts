import { areEqual, textOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const most = limits.clone_cow_max.value;
const [, clone] = limits.restore_type_values.value;

export const rule: TemplateRule = {
  id: 'AUR315',
  title: 'More clones of one cluster than share its pages',
  group: 'Backup and restore',
  severity: 'info',
  facts: [limits.clone_cow_max, limits.restore_type_values],
  check: (graph, report) => {
    const clones = graph.clusters.filter((cluster) => textOf(cluster.property('RestoreType')) === clone);
    for (const [index, cluster] of clones.entries()) {
      const source = cluster.property('SourceDBClusterIdentifier');
      const before = clones.slice(0, index).filter((other) => {
        return areEqual(other.property('SourceDBClusterIdentifier'), source);
      });
      if (before.length < most || cluster.exists !== true) continue;
      const message = `This is clone ${before.length + 1} of the same cluster. ${most} share its pages; this one is a full copy, without a word, and takes its time and storage.`;
      report(cluster.property('RestoreType').path, message);
    }
  },
};

const clones = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const marker = index === most ? '#                  ^^^^^^^^^^^^^ AUR315 full copy\n' : '';
    return `  Copy${index}:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      SourceDBClusterIdentifier: orders
      UseLatestRestorableTime: true
      RestoreType: copy-on-write
${marker}      DBClusterParameterGroupName: orders
`;
  }).join('');

export const page: RulePage = {
  reason:
    'A clone is there in minutes and costs what it changes. RDS does not refuse the one too many: it copies everything instead.',
  bad: `Resources:\n${clones(most + 1)}`,
  good: `Resources:\n${clones(most)}`,
};
