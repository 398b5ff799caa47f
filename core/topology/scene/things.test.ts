import { describe, expect, it } from 'vitest';
import { layOut } from '../layout/layout.ts';
import { orders, pictureOfBlueprint } from '../testing/blueprint-picture.ts';
import { type Direction, neighbour, type PlacedThing, thingAt, thingsOf } from './things.ts';

const things = thingsOf(layOut(pictureOfBlueprint(orders), { width: 1400 }));

function named(path: string): PlacedThing {
  const thing = thingAt(things, path);
  if (thing === undefined) throw new Error(`nothing shows ${path}`);
  return thing;
}

const from = (path: string, direction: Direction) => neighbour(things, named(path), direction)?.name.split(',')[0];

describe('thingAt', () => {
  it('is the card, the row, the pillar or the Region in which a value stands', () => {
    expect(named('primary.instances[1].promotionTier').name).toMatch(/^orders-b, reader, tier 0/);
    expect(named('primary.endpoints[0].staticMembers[0]').name).toBe('endpoint analytics: orders-c');
    expect(named('primary.availabilityZones[2]').name).toBe('us-east-1c');
    expect(named('primary.backtrackWindow').name).toBe('us-east-1, primary, orders-use1');
  });

  it('is nothing for what the picture does not show', () => {
    expect(thingAt(things, 'objectives.dataLoss')).toBeUndefined();
    expect(thingAt(things, '')).toBeUndefined();
  });
});

describe('neighbour', () => {
  it('leads from card to card by AZ and Region', () => {
    expect(from('primary.instances[0]', 'right')).toBe('orders-b');
    expect(from('primary.instances[2]', 'right')).toBe('orders-eu-a');
    expect(from('secondaries[0].instances[0]', 'left')).toBe('orders-c');
  });

  it('leads up to the pillar and down through ghosts to the volume', () => {
    expect(from('primary.instances[1]', 'up')).toBe('us-east-1b');
    expect(from('primary.instances[1]', 'down')).toBe('a reader that auto scaling may add');
    expect(from('primary.autoScaling', 'down')).toBe('volume');
  });

  it('ends where nothing is left', () => {
    expect(from('primary.volume', 'down')).toBeUndefined();
    expect(from('secondaries[0].instances[0]', 'right')).toBeUndefined();
  });
});
