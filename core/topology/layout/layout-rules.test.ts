import { describe, expect, it } from 'vitest';
import { draw } from '../drawing/drawing.ts';
import type { BoxNode, Scene, SceneNode } from '../scene/scene.ts';
import { textStyles } from '../scene/text-width.ts';
import { thingsOf } from '../scene/things.ts';
import { orders, pictureOfBlueprint } from '../testing/blueprint-picture.ts';
import { ordersRun } from '../testing/orders-run.ts';
import { textAreas } from '../testing/scene-geometry.ts';
import { layOut } from './layout.ts';

const picture = pictureOfBlueprint(orders);
const run = ordersRun();
const regionRun = ordersRun({ fault: 'region:us-east-1' });

const words = (scene: Scene) => textAreas(scene).map(({ what }) => what.slice(1, -1));

function boxesOf(nodes: readonly SceneNode[]): readonly BoxNode[] {
  return nodes.flatMap((node) => (node.kind === 'box' ? [node, ...boxesOf(node.children)] : []));
}

/** Where cards stand, by the path of their instance. */
function cardsOf(scene: Scene) {
  const cards = thingsOf(scene).filter(({ path }) => /instances\[\d+\]$/.test(path));
  return Object.fromEntries(cards.map(({ path, x, y, width, height }) => [path, { x, y, width, height }]));
}

/** The orders design with one more instance in its secondary. */
const withTwoInEurope = pictureOfBlueprint(
  orders.replace(
    /( +)(- \{ id: orders-eu-a.*\})/,
    '$1$2\n$1- { id: orders-eu-b, class: db.r7g.2xlarge, availabilityZone: eu-west-1b }',
  ),
);

/** The orders design with nobody in its secondary. */
const headless = pictureOfBlueprint(orders.replace(/ {4}instances:\n +- \{ id: orders-eu-a.*\n/, ''));

const withTenSecondaries = {
  ...withTwoInEurope,
  clusters: withTwoInEurope.clusters.flatMap((one) =>
    one.role === 'primary'
      ? [one]
      : Array.from({ length: 10 }, (_, index) => ({ ...one, region: 'ap-southeast-2', path: `secondaries[${index}]` })),
  ),
};

function cluster(count: number): Scene {
  const instances = Array.from({ length: count }, (_, index) => {
    const zone = `us-east-1${'abc'[index % 3]}`;
    return `    - { id: i${index}, class: db.r7g.large, availabilityZone: ${zone} }\n`;
  });
  const text = `aurora: 1\nname: n\nengine: aurora-mysql\nprimary:\n  region: us-east-1\n  instances:\n${instances.join('')}`;
  return layOut(pictureOfBlueprint(text), { width: 1400 });
}

describe('density', () => {
  it('follows the most instances in one AZ: all of a card, two lines, one line', () => {
    const heights = (count: number) => new Set(Object.values(cardsOf(cluster(count))).map(({ height }) => height));
    expect(heights(3)).toEqual(new Set([98]));
    expect(heights(4)).toEqual(new Set([52]));
    expect(heights(16)).toEqual(new Set([28]));
  });

  it('shows 16 instances in three AZs on 192 pixels', () => {
    const cards = Object.values(cardsOf(cluster(16)));
    const top = Math.min(...cards.map(({ y }) => y));
    expect(Math.max(...cards.map(({ y, height }) => y + height)) + 4 - top).toBe(192);
  });
});

describe('a pillar beside the volume', () => {
  const instances = [0, 1, 2].map((index) => `    - { id: reporting-${index}, class: db.r7g.large }`).join('\n');
  const text = `aurora: 1\nname: n\nengine: aurora-mysql\nprimary:\n  region: us-east-1\n  instances:\n${instances}\n`;
  const scene = layOut(pictureOfBlueprint(text), { width: 620 });

  it('gets the width that its ids need', () => {
    expect(words(scene)).toEqual(expect.arrayContaining(['reporting-0', 'reporting-1', 'reporting-2']));
  });

  it('leaves the three on the volume of one width', () => {
    const pillars = boxesOf(scene.children).filter(({ key }) => key.includes('/pillar/'));
    expect(new Set(pillars.slice(0, 3).map(({ width }) => width)).size).toBe(1);
  });
});

describe('a failover', () => {
  it.each([320, 570, 1400])('moves lines, and no card, on %i pixels', (width) => {
    const before = layOut(picture, { width, playhead: { timeline: run, at: 0 } });
    const after = layOut(picture, { width, playhead: { timeline: run, at: 300_000 } });
    expect(cardsOf(after)).toEqual(cardsOf(before));
    const clusterLine = (scene: Scene) =>
      scene.children.find((node) => node.kind === 'line' && node.key.startsWith('primary/cluster/'));
    expect(clusterLine(before)).toMatchObject({ key: 'primary/cluster/primary.instances[0]' });
    expect(clusterLine(after)).toMatchObject({ key: 'primary/cluster/primary.instances[1]' });
  });
});

describe('a dark AZ with one more segment lost', () => {
  const scene = layOut(picture, { width: 1400, playhead: { timeline: run, at: 95_000 } });

  it('says what is dark, what waits, what is copied, and who answers nobody', () => {
    expect(words(scene)).toEqual(
      expect.arrayContaining([
        'dark for 35 s',
        'unreachable',
        'commits wait, 5 s',
        'writes stalled',
        'pg-17',
        '3 of 6',
        'copying, 5 s',
        'nobody answers: orders-c was its only member',
      ]),
    );
  });

  it('deals the readers that may still be added to the lit AZs', () => {
    const ghosts = boxesOf(scene.children).filter(({ key }) => key.includes('/ghost/'));
    expect(ghosts.map(({ key }) => key.split('/')[2])).toEqual(['0', '0', '1', '1']);
  });
});

describe('endpoint rows', () => {
  it('stand in the order custom, reader, cluster with global', () => {
    const rows = thingsOf(layOut(picture, { width: 1400 })).filter(({ name }) => name.startsWith('endpoint'));
    const primary = rows.filter(({ key }) => key.startsWith('primary/')).sort((a, b) => a.y - b.y);
    expect(primary.map(({ name }) => name)).toEqual([
      'endpoint analytics: orders-c',
      'endpoint reader: orders-b, orders-c',
      'endpoint cluster, global: orders-a',
    ]);
  });
});

describe('secondaries', () => {
  const place = (width: number) => {
    const things = thingsOf(layOut(picture, { width }));
    const [primary, secondary] = ['primary', 'secondaries[0]'].map((key) => things.find((thing) => thing.key === key));
    if (primary === undefined || secondary === undefined) throw new Error('both Regions are shown');
    return secondary.y === primary.y ? 'right' : 'below';
  };

  it('stand to the right of the primary from 900 pixels on, else below', () => {
    expect([560, 899, 900, 1400].map(place)).toEqual(['below', 'below', 'right', 'right']);
  });

  it('fold to one row below the primary while a run is shown', () => {
    const scene = layOut(picture, { width: 700, playhead: { timeline: run, at: 0 } });
    const row = thingsOf(scene).find(({ key }) => key === 'secondaries[0]');
    expect(row?.height).toBeLessThanOrEqual(72);
    expect(row?.name).toContain('orders-eu-a');
  });

  it('take the width that their ids need from their volume', () => {
    expect(words(layOut(picture, { width: 570 }))).toEqual(
      expect.arrayContaining(['orders-eu-a', '6 copies in 3 AZs']),
    );
    expect(words(layOut(withTwoInEurope, { width: 570 }))).toEqual(
      expect.arrayContaining(['orders-eu-a', 'orders-eu-b', '6 copies']),
    );
  });

  it('keep their cluster identifier where its role has no room', () => {
    expect(words(layOut(headless, { width: 940 }))).toEqual(expect.arrayContaining(['orders-euw1', 'nobody']));
  });

  it('show a glyph for each instance in a narrow row, and say less of their lag', () => {
    const list = layOut(withTenSecondaries, { width: 1400 });
    const rows = boxesOf(list.children).filter(({ key }) => /^secondaries\[\d\]$/.test(key));
    expect(rows.map(({ children }) => children.filter(({ kind }) => kind === 'glyph').length)).toEqual(
      Array(10).fill(2),
    );
  });

  it('are joined to whoever writes, and only while they follow', () => {
    const joints = (at: number) => {
      const scene = layOut(picture, { width: 570, playhead: { timeline: regionRun, at } });
      return scene.children.flatMap((node) =>
        node.kind === 'line' && /replication|trunk/.test(node.key) ? [node.key] : [],
      );
    };
    expect(joints(0)).toEqual(['trunk', 'secondaries[0]/replication']);
    expect(joints(regionRun.moments.at(-1)?.at ?? 0)).toEqual([]);
  });
});

it('keeps the lines of the gutter as far apart as their text is set: names 20 pixels, the rest 18', () => {
  const { children } = layOut(picture, { width: 570, playhead: { timeline: run, at: 95_000 } });
  const left = Math.min(...children.flatMap((node) => (node.kind === 'text' ? [node.x] : [])));
  const lines = children
    .filter((node) => node.kind === 'text')
    .filter(({ x }) => x <= left + 20)
    .map(({ y, style }) => ({ centre: y - Math.round(textStyles[style].size * 0.36), isName: style === 'name' }))
    .sort((a, b) => a.centre - b.centre);
  for (const [index, line] of lines.slice(1).entries()) {
    const before = lines[index];
    const apart = line.centre - (before?.centre ?? 0);
    expect(apart === 0 || apart >= (line.isName && before?.isName === true ? 20 : 18)).toBe(true);
  }
});

it('draws the line around what is chosen clear of words that have no area of their own', () => {
  const rings = draw(layOut(picture, { width: 1400 })).flatMap(({ thing }) => (thing === undefined ? [] : [thing]));
  const ringOf = (name: RegExp) => rings.find((thing) => name.test(thing.name))?.ring;
  expect(ringOf(/^us-east-1, primary/)).toMatchObject({ x: -6, y: 0 });
  expect(ringOf(/^endpoint reader/)).toMatchObject({ x: -6, y: 0 });
  expect(ringOf(/^us-east-1a/)).toMatchObject({ x: 0, y: 0 });
});

it('shows a place for the writer where there is no instance, and none for endpoints that nobody answers', () => {
  const scene = cluster(0);
  expect(words(scene)).toEqual(expect.arrayContaining(['add writer', 'no instance answers']));
});

it('says on each card of a run how busy the instance is, and how far a reader is behind', () => {
  const run = ordersRun();
  const shown = (at: number) =>
    textAreas(layOut(pictureOfBlueprint(orders), { width: 1400, playhead: { timeline: run, at } })).map(
      ({ what }) => what,
    );
  expect(shown(30_000)).toContainEqual(expect.stringMatching(/^"CPU \d+ %, lag 5\.4 ms"$/));
  expect(shown(95_000)).not.toContainEqual(expect.stringContaining('lag 5.4 ms'));
});
