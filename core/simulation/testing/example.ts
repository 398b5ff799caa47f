import type { Design } from '../../design/design.ts';
import { readBlueprint } from '../../design/readers/blueprint.ts';

/** The design of a small blueprint; the keys that every blueprint has are added. */
export function designOf(text: string): Design {
  const design = readBlueprint(`aurora: 1\nname: orders\nengine: aurora-postgresql\n${text}`).documents[0]?.design;
  if (design === undefined) throw new Error('the example holds no design');
  return design;
}

/** A writer in the first AZ, readers of tier 0 and 2 in the second and third. */
export const threeZones = `
primary:
  region: us-east-1
  availabilityZones: [us-east-1a, us-east-1b, us-east-1c]
  instances:
    - { id: orders-a, class: db.r7g.2xlarge, availabilityZone: us-east-1a, role: writer, promotionTier: 0 }
    - { id: orders-b, class: db.r7g.2xlarge, availabilityZone: us-east-1b, promotionTier: 0 }
    - { id: orders-c, class: db.r7g.xlarge, availabilityZone: us-east-1c, promotionTier: 2 }
`;
