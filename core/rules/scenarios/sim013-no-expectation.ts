import type { Scenario } from '../../design/design.ts';
import { scenariosShape } from '../../design/format/scenario.ts';
import { known } from '../../design/node.ts';
import { firstInvariants } from '../../simulation/engine/invariants.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'SIM013',
  title: 'A scenario expects nothing',
  group: 'Cross-file and simulation',
  severity: 'info',
  facts: [],
  check: ({ scenarios }, report) => {
    for (const { name, expect } of scenarios.items) {
      if (known(name) === undefined || !isEmpty(expect)) continue;
      const message = 'This scenario expects nothing, so that it can never fail. Say under expect what has to hold.';
      const edits = [{ kind: 'set', path: expect.path, value: { never: [...firstInvariants] } }] as const;
      report(name.path, message, { fixes: [{ title: `Expect never ${firstInvariants.join(', ')}`, edits }] });
    }
  },
};

const expectations = Object.keys(scenariosShape.item.properties.expect.properties) as Expectation[];

type Expectation = keyof typeof scenariosShape.item.properties.expect.properties;

function isEmpty(expect: Scenario['expect']): boolean {
  return expectations.every((name) => expect[name].presence === 'absent');
}

export const page: RulePage = {
  reason: 'A run without expectations is a picture. With them it is a test, in the editor and on the command line.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
scenarios:
  - name: crash the writer
#         ^^^^^^^^^^^^^^^^ SIM013
    events: [{ at: 1m, crash: writer }]
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
scenarios:
  - name: crash the writer
    events: [{ at: 1m, crash: writer }]
    expect: { writerRecovery: "< 60s", promoted: orders-b }
`,
};
