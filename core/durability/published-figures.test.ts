import { describe, expect, test } from 'vitest';
import { binomial, exponential, power } from './arithmetic.ts';
import { durabilityOf } from './durability.ts';
import { type DurabilityModel, defaultModel } from './model.ts';
import { referenceModels } from './testing/reference.ts';

function expectNear(actual: number, expected: number, relative = 1e-9): void {
  expect(Math.abs(actual / expected - 1), `${actual} is not ${expected}`).toBeLessThanOrEqual(relative);
}

describe.each([
  { up: 0.9, write46: 0.01585, read46: 0.00127, of23: 0.028, tailWrite: 0.015121, tailRead: 0.001999, of44: 0.3439 },
  {
    up: 0.99,
    write46: 1.955359e-5,
    read46: 1.4761e-7,
    of23: 0.000298,
    tailWrite: 1.8583291e-5,
    tailRead: 1.117909e-6,
    of44: 0.03940399,
  },
  {
    up: 0.999,
    write46: 1.995503599e-8,
    read46: 1.497601e-11,
    of23: 2.998e-6,
    tailWrite: 1.8958032991e-8,
    tailRead: 1.011979009e-9,
    of44: 0.003994003999,
  },
  {
    up: 0.9999,
    write46: 1.999550035999e-11,
    read46: 1.49976001e-15,
    of23: 2.9998e-8,
    tailWrite: 1.8995800329991e-11,
    tailRead: 1.001199790009e-12,
    of44: 0.0003999400039999,
  },
])('copies that are up $up of the time', ({ up, write46, read46, of23, tailWrite, tailRead, of44 }) => {
  const unavailable = (model: Partial<DurabilityModel>) =>
    durabilityOf({ ...defaultModel, mttf: up, mttr: 1 - up, zones: 1, ...model });

  test('4 of 6 to write, 3 of 6 to read', () => {
    const { stationaryWriteUnavailability, stationaryReadUnavailability } = unavailable({});
    expectNear(stationaryWriteUnavailability, write46);
    expectNear(stationaryReadUnavailability, read46);
  });

  test('2 of 3', () => {
    const model = { copies: 3, writeQuorum: 2, readQuorum: 2 };
    expectNear(unavailable(model).stationaryWriteUnavailability, of23);
  });

  test('three full and three tail copies', () => {
    const { stationaryWriteUnavailability, stationaryReadUnavailability } = unavailable({ quorum: 'full-tail' });
    expectNear(stationaryWriteUnavailability, tailWrite);
    expectNear(stationaryReadUnavailability, tailRead);
  });

  test('4 of 4', () => {
    const model = { copies: 4, writeQuorum: 4, readQuorum: 1 };
    expectNear(unavailable(model).stationaryWriteUnavailability, of44);
  });
});

/** Backblaze's 17 data and 3 parity shards: 0.405 % of the drives fail in a year, a shard is rebuilt in 6.5 days. */
describe('17 of 20 shards, as Backblaze publishes them', () => {
  const [annualFailureRate, repairDays] = [0.00405, 6.5];

  test('windows that lie side by side give the published 7.354e-12 a year', () => {
    const fails = 1 - exponential((-annualFailureRate * repairDays) / 365);
    let inWindow = 0;
    for (let lost = 4; lost <= 20; lost++)
      inWindow += binomial(20, lost) * power(fails, lost) * power(1 - fails, 20 - lost);
    expectNear((inWindow * 365) / repairDays, 7.354e-12, 1e-4);
  });

  test('failures that overlap across a boundary count as well: four times as much, as for the fourth failure', () => {
    const { pReadLoss_T } = durabilityOf({
      ...defaultModel,
      copies: 20,
      zones: 1,
      writeQuorum: 17,
      readQuorum: 17,
      mttf: (365 * 24) / annualFailureRate,
      mttr: repairDays * 24,
      horizon: 365 * 24,
    });
    expectNear(pReadLoss_T, 2.843289658e-11);
    expectNear(pReadLoss_T / 7.354e-12, 4, 0.05);
  });
});

describe('what the models come to beside one another', () => {
  const of = (name: string) => {
    const found = referenceModels.find((candidate) => candidate.name === name);
    if (found === undefined) throw new Error(`there is no model ${name}`);
    return durabilityOf(found.model);
  };
  const six = of('bd-paper-10s');

  test('2 of 3 copies repaired in 10 s are lost 1e12 times as often as 4 of 6', () => {
    expectNear(of('v3-2of3-paper-10s').pReadLoss_T / six.pReadLoss_T, 995882065167.9528);
  });

  test('where AZs go dark, 4 of 6 stops writes 1.8 times as often as 2 of 3, and loses the read quorum 6 times more rarely', () => {
    const [sixInZones, threeInZones] = [of('azout-physical'), of('v3-azout-physical')];
    expectNear(sixInZones.pWriteLoss_T / threeInZones.pWriteLoss_T, 1.8219018674344147);
    expectNear(threeInZones.pReadLoss_T / sixInZones.pReadLoss_T, 6.038052921778278);
  });

  test('full and tail copies lose the read quorum 158,000 times as often as six full ones', () => {
    expectNear(of('fulltail-paper-10s').pReadLoss_T / six.pReadLoss_T, 157788.99166662883);
  });
});
