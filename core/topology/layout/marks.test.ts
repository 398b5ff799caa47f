import { expect, it } from 'vitest';
import { orders, pictureOfBlueprint } from '../testing/blueprint-picture.ts';
import { marksOf } from './marks.ts';

it('puts each finding at the innermost thing around it, with their number and the worst severity', () => {
  const findings = [
    { path: 'primary.instances[1].class', severity: 'info' },
    { path: 'primary.instances[1].promotionTier', severity: 'error' },
    { path: 'primary.endpoints[0].staticMembers[0]', severity: 'warning' },
    { path: 'primary.tags["a.b[0]"]', severity: 'warning' },
    { path: 'objectives.dataLoss', severity: 'error' },
  ] as const;
  expect([...marksOf(pictureOfBlueprint(orders), findings)]).toEqual([
    ['primary.instances[1]', { severity: 'error', count: 2 }],
    ['primary.endpoints[0]', { severity: 'warning', count: 1 }],
    ['primary', { severity: 'warning', count: 1 }],
  ]);
});
