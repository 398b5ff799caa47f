import type { NamedDesign } from '../design/named-design.ts';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { type DesignLookUp, readScenarioFile } from '../design/readers/scenario-file.ts';

/** A design of three instances in three AZs, for scenarios that stand beside it. */
export const orders = `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
    - { id: orders-c, class: db.r7g.large, availabilityZone: us-east-1c }
scenarios:
  - name: its own
    events: [{ at: 1m, crash: writer }]
`;

/** The designs that can be named beside `orders.aurora.yaml`, whose text this is. */
export function besideOrders(text: string = orders): DesignLookUp {
  const names = ['./orders.aurora.yaml'];
  const [document] = readBlueprint(text).documents;
  const named = (name: string): NamedDesign => {
    if (name !== names[0]) return { missing: 'file', names };
    return document === undefined
      ? { missing: 'design', names: [] }
      : { design: document.design, index: 0, isBroken: document.source.isBroken };
  };
  return { named, names: () => names };
}

/** A scenario file beside `orders.aurora.yaml`. */
export const readBesideOrders = (text: string, design?: string) => readScenarioFile(text, besideOrders(design));
