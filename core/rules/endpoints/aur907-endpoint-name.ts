import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { type ResourceGraph, textOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import {
  freeIdentifier,
  identifierFault,
  identifierRule,
  soundIdentifier,
  storedIdentifier,
} from '../identity/identifier.ts';
import type { DesignRule, Report } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { ofNewResource } from '../template-fix.ts';

export const rule: DesignRule = {
  id: 'AUR907',
  title: 'The name of a custom endpoint is not one that RDS accepts, or used twice',
  group: 'Endpoints',
  severity: 'error',
  facts: [limits.custom_endpoint_name, limits.custom_endpoint_cfn],
  check: (design, report) => {
    const taken = new Map<string | undefined, string[]>();
    for (const { region, endpoints } of clustersOf(design)) {
      const where = known(region);
      const used = taken.get(where) ?? [];
      const names = [...used, ...endpoints.items.flatMap(({ id }) => known(id) ?? [])];
      for (const { id } of endpoints.items) {
        const name = known(id);
        if (name === undefined) continue;
        const fault = identifierFault(name);
        const sound = fault === undefined ? freeIdentifier(name, names) : soundIdentifier(name);
        const fixes = sound === undefined ? [] : [setValue(id.path, sound)];
        if (fault !== undefined) {
          // The guide states the length; the characters stand in the schema of a provider alone.
          const severity = name.length > limits.custom_endpoint_name.max_length ? 'error' : 'warning';
          report(id.path, `The endpoint name "${name}" ${fault}. ${identifierRule}`, { severity, fixes });
        } else if (used.includes(storedIdentifier(name))) {
          report(id.path, `Another endpoint of this Region is named ${name}. Give this one another name.`, { fixes });
        }
        used.push(storedIdentifier(name));
      }
      if (where !== undefined) taken.set(where, used);
    }
  },
  checkTemplate: reportCapitals,
};

/** RDS takes capitals and stores small letters; the schema of the resource type does not take them. */
function reportCapitals(graph: ResourceGraph, report: Report): void {
  for (const endpoint of graph.ofType(limits.custom_endpoint_cfn.type)) {
    for (const property of ['DBClusterEndpointIdentifier', 'DBClusterIdentifier']) {
      const value = endpoint.property(property);
      const text = textOf(value) ?? '';
      const stored = storedIdentifier(text);
      if (stored === text) continue;
      const message = `${property} "${text}" has capitals, and CloudFormation takes lower case alone for ${endpoint.type}: it refuses the resource. Write ${stored}.`;
      report(value.path, message, { severity: 'warning', fixes: [ofNewResource(setValue(value.path, stored))] });
    }
  }
}

export const page: RulePage = {
  reason: 'The name becomes part of a DNS name, and one Region of an account can use it once.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  endpoints:
    - { id: daily_reports }
#           ^^^^^^^^^^^^^ AUR907 "_"
    - { id: batch }
    - { id: batch }
#           ^^^^^ AUR907 Another
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  endpoints:
    - { id: daily-reports }
    - { id: batch }
    - { id: batch-2 }
`,
};
