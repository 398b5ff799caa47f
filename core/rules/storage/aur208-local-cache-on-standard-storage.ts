import { clustersOf } from '../../design/design.ts';
import { engineVersionOf, supportsFeature } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import * as features from '../../facts/generated/engine-features.ts';
import * as facts from '../../facts/generated/instance-facts.ts';
import { hasLocalStorage } from '../../facts/instance-classes.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { storageTypeOf } from './storage-type.ts';

export const rule: DesignRule = {
  id: 'AUR208',
  title: 'A class with local NVMe runs on Standard storage, without the tiered cache',
  group: 'Storage',
  severity: 'info',
  facts: [features.optimized_reads, facts.nvme_postgres_only],
  check: (design, report) => {
    const engine = known(design.engine);
    for (const cluster of clustersOf(design)) {
      if (engine !== 'aurora-postgresql' || storageTypeOf(cluster) !== 'aurora') continue;
      const version = known(engineVersionOf(design, cluster));
      const canSwitch = supportsFeature(engine, version, features.io_optimized) !== 'no';
      for (const instance of cluster.instances.items) {
        const name = known(instance.class) ?? '';
        if (!hasLocalStorage(name)) continue;
        const message = `${name} has local NVMe, and on Standard storage it holds temporary objects only. The tiered cache needs storageType aurora-iopt1.`;
        const fixes = canSwitch ? [setValue(cluster.storageType.path, 'aurora-iopt1')] : [];
        report(instance.class.path, message, { fixes });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'Optimized Reads has two parts: temporary objects on NVMe always, and a cache of data pages on NVMe with I/O-Optimized storage only.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r6gd.xlarge }
#                            ^^^^^^^^^^^^^^ AUR208
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  storageType: aurora-iopt1
  instances:
    - { id: orders-a, class: db.r6gd.xlarge }
`,
};
