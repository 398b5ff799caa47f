import { clustersOf, type Instance } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as instanceFacts from '../../facts/generated/instance-facts.ts';
import * as limits from '../../facts/generated/limits.ts';
import { sizeOf } from '../../facts/instance-classes.ts';
import { setValue } from '../design-fix.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const { engine: restrictedEngine, value: patterns } = limits.pi_class_restrictions;

export const rule: DesignRule = {
  id: 'AUR1011',
  title: 'Performance Insights is on for a class that it does not support',
  group: 'Security, monitoring, integrations',
  severity: 'error',
  facts: [limits.pi_class_restrictions, instanceFacts.t_no_pi_mysql],
  check: (design, report) => {
    if (known(design.engine) !== restrictedEngine) return;
    for (const { performanceInsightsEnabled, instances } of clustersOf(design)) {
      for (const instance of instances.items) {
        const own = instance.performanceInsightsEnabled;
        const name = known(instance.class);
        const isOn = known(own) ?? (own.presence === 'absent' && known(performanceInsightsEnabled) === true);
        if (!isOn || name === undefined || !isRestricted(name)) continue;
        const message = `Aurora MySQL has no Performance Insights on ${name}. Choose another class, or switch it off.`;
        // What the cluster sets for all of its instances may be left out for one of them without an error.
        const severity = own.presence === 'absent' ? 'warning' : 'error';
        report(instance.class.path, message, { severity, fixes: mend(instance, name) });
      }
    }
  },
};

function isRestricted(name: string): boolean {
  return patterns.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
}

/** The Graviton class of the same size, which has Performance Insights, or no Performance Insights where the instance states it. */
function mend({ class: { path }, performanceInsightsEnabled }: Instance, name: string): readonly DesignFix[] {
  const graviton = `db.t4g.${sizeOf(name)}`;
  return [
    ...(isRestricted(graviton) ? [] : [setValue(path, graviton)]),
    ...(performanceInsightsEnabled.presence === 'known' ? [setValue(performanceInsightsEnabled.path, false)] : []),
  ];
}

export const page: RulePage = {
  reason:
    'The guide rules Performance Insights and Database Insights out for db.t2, db.t3 and the smallest db.t4g classes of Aurora MySQL.',
  bad: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.t3.medium, performanceInsightsEnabled: true }
#                            ^^^^^^^^^^^^ AUR1011
`,
  good: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.t4g.medium, performanceInsightsEnabled: true }
`,
};
