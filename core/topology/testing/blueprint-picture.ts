import { readBlueprint } from '../../design/readers/blueprint.ts';
import { type Picture, pictureOf } from '../picture/picture.ts';

/** The picture of the first design of a blueprint. */
export function pictureOfBlueprint(text: string): Picture {
  const design = readBlueprint(text).documents[0]?.design;
  if (design === undefined) throw new Error('the blueprint holds no design');
  return pictureOf(design);
}

/** A primary with a writer and two readers in three AZs, a custom endpoint, auto scaling, and a secondary. */
export const orders = `
aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.9"
primary:
  clusterIdentifier: orders-use1
  region: us-east-1
  availabilityZones: [us-east-1a, us-east-1b, us-east-1c]
  volume: { size: 4 TiB }
  instances:
    - { id: orders-a, class: db.r7g.2xlarge, availabilityZone: us-east-1a, role: writer, promotionTier: 0 }
    - { id: orders-b, class: db.r7g.2xlarge, availabilityZone: us-east-1b, promotionTier: 0 }
    - { id: orders-c, class: db.r7g.xlarge, availabilityZone: us-east-1c, promotionTier: 2 }
  autoScaling: { minCapacity: 1, maxCapacity: 6 }
  endpoints:
    - { id: analytics, type: READER, staticMembers: [orders-c] }
secondaries:
  - clusterIdentifier: orders-euw1
    region: eu-west-1
    instances:
      - { id: orders-eu-a, class: db.r7g.2xlarge, availabilityZone: eu-west-1a }
workload: { readsPerSecond: 40000, writesPerSecond: 10000 }
`;
