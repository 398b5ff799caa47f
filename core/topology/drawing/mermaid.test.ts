import { expect, it } from 'vitest';
import { orders, pictureOfBlueprint } from '../testing/blueprint-picture.ts';
import { toMermaid } from './mermaid.ts';

it('writes a picture as a Mermaid flowchart', () => {
  expect(toMermaid(pictureOfBlueprint(orders))).toMatchInlineSnapshot(`
    "flowchart TB
      subgraph c0["us-east-1: primary, orders-use1"]
        subgraph c0z0["us-east-1a"]
          i0["orders-a<br/>writer, tier 0<br/>db.r7g.2xlarge"]
        end
        subgraph c0z1["us-east-1b"]
          i1["orders-b<br/>reader, tier 0<br/>db.r7g.2xlarge"]
        end
        subgraph c0z2["us-east-1c"]
          i2["orders-c<br/>reader, tier 2<br/>db.r7g.xlarge"]
        end
        v0[("volume<br/>4 TiB, 410 groups<br/>6 copies each")]
      end
      c0e0(["analytics"])
      c0e0 --> i2
      c0e1(["reader"])
      c0e1 --> i1
      c0e1 --> i2
      c0e2(["cluster"])
      c0e2 --> i0
      c0e3(["global"])
      c0e3 --> i0
      subgraph c1["eu-west-1: secondary, orders-euw1"]
        subgraph c1z0["eu-west-1a"]
          i3["orders-eu-a<br/>reader, tier 1<br/>db.r7g.2xlarge"]
        end
        v1[("volume<br/>100 GiB, 10 groups<br/>6 copies each")]
      end
      c1e0(["reader"])
      c1e0 --> i3
      v0 -- "global replication" --> v1
    "
  `);
});

it('lets no name end its label', () => {
  const text =
    "aurora: 1\nname: n\nengine: aurora-mysql\nprimary: { region: us-east-1, clusterIdentifier: 'a\"]; end' }";
  expect(toMermaid(pictureOfBlueprint(text))).toContain('subgraph c0["us-east-1: primary, a#34;]; end"]');
});
