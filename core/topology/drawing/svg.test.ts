import { describe, expect, it } from 'vitest';
import { layOut } from '../layout/layout.ts';
import { orders, pictureOfBlueprint } from '../testing/blueprint-picture.ts';
import { toSvg } from './svg.ts';

const alone = `
aurora: 1
name: shop
engine: aurora-mysql
primary:
  region: eu-central-1
  instances: [{ id: shop-1, class: db.t4g.medium, availabilityZone: eu-central-1a }]
`;

describe('toSvg', () => {
  it('writes one instance on its volume', async () => {
    const svg = toSvg(layOut(pictureOfBlueprint(alone), { width: 600 }));
    await expect(svg).toMatchFileSnapshot('../testing/one-instance.svg');
  });

  it('has colours of its own for light and dark, and none of a theme', () => {
    const svg = toSvg(layOut(pictureOfBlueprint(orders), { width: 1400 }));
    expect(svg).toContain('@media(prefers-color-scheme:dark)');
    expect(svg).not.toMatch(/var\(|color-mix/);
  });

  it('stays well-formed whatever names hold', () => {
    const svg = toSvg(layOut(pictureOfBlueprint(alone.replace('shop-1', '"<&\\"\\u0001"')), { width: 600 }));
    expect(svg).toContain('&lt;&amp;&quot;\uFFFD');
  });
});
