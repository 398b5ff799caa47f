import { expect, test } from 'vitest';
import { readScenario } from '../read-scenario.ts';
import { isProblem } from '../scenario.ts';
import { designOf, threeZones } from '../testing/example.ts';
import { compileRun } from './compile.ts';

/** Compiles the only scenario of a design. */
function compile(events: string, rest = '', clusters = threeZones) {
  const design = designOf(`${clusters}\nscenarios: [{ name: s, events: [${events}]${rest} }]`);
  const [node] = design.scenarios.items;
  if (node === undefined) throw new Error('the example holds no scenario');
  const scenario = readScenario(node);
  return isProblem(scenario) ? scenario : compileRun(design, scenario);
}

function problemOf(...parameters: Parameters<typeof compile>): string {
  const run = compile(...parameters);
  return isProblem(run) ? run.problem : '';
}

function runOf(...parameters: Parameters<typeof compile>) {
  const run = compile(...parameters);
  if (isProblem(run)) throw new Error(run.problem);
  return run;
}

test('targets become rows, and the events stand in the order of time', () => {
  const run = runOf(
    '{ at: 2m, crash: writer }, { at: 1m, fail: az, target: us-east-1c, for: 20m }, { at: 2m, restart: orders-b }',
  );
  expect(run.events).toEqual([
    { at: 60_000, kind: 'fail-zone', zones: [2], for: 1_200_000 },
    { at: 120_000, kind: 'crash', instance: undefined },
    { at: 120_000, kind: 'restart', instance: 1 },
  ]);
});

test('groups that are named get rows of their own, all others share one', () => {
  const run = runOf('{ at: 1s, fail: segment, target: pg-0/A }, { at: 1s, fail: segment, target: pg-7/F }');
  expect(run.groups.map(({ id, shared }) => [id, shared])).toEqual([
    ['pg-1', true],
    ['pg-0', false],
    ['pg-7', false],
  ]);
  expect(run.events).toMatchObject([
    { group: 1, segment: 0 },
    { group: 2, segment: 5 },
  ]);
});

test.each([
  ['{ at: 1s, crash: orders-x }', 'The design has no instance orders-x; did you mean orders-a?'],
  ['{ at: 1s, fail: az, target: us-east-1d }', 'The design has no AZ us-east-1d; did you mean us-east-1a?'],
  ['{ at: 1s, fail: region, target: mars }', 'The design has no Region mars; it has us-east-1.'],
  [
    '{ at: 1s, partition: [[us-east-1a]] }',
    'A partition has at least two sides; write it as [[us-east-1a], [us-east-1b, us-east-1c]].',
  ],
  [
    '{ at: 1s, partition: [[us-east-1a], [us-east-1]] }',
    'The partition names AZs and Regions; name one kind, as in [[us-east-1], [eu-west-1]].',
  ],
  [
    '{ at: 1s, partition: [[us-east-1a], [us-east-1a]] }',
    'us-east-1a stands twice in the partition; name it on one side.',
  ],
  ['{ at: 1s, fail: segment, target: pg-1 }', 'pg-1 is no segment; name one such as pg-17/A.'],
  [
    '{ at: 1s, fail: segment, target: pg-10/A }',
    'pg-10/A is not in the volume, whose protection groups are pg-0 to pg-9.',
  ],
  [
    '{ at: 1s, fail: az }',
    'scenarios[0].events[0].target cannot be read; give the target: an instance, an AZ, a Region or a segment.',
  ],
  ['{ crash: writer }', 'scenarios[0].events[0].at cannot be read; give the instant as a duration such as 90s.'],
])('%s is refused', (event, problem) => {
  expect(problemOf(event)).toBe(problem);
});

test('an event is exactly one thing', () => {
  expect(problemOf('{ at: 1s }')).toContain('says nothing that can happen');
  expect(problemOf('{ at: 1s, crash: writer, restart: writer }')).toContain('is crash and restart in one');
  expect(problemOf('{ at: 1s, fail: meteor, target: x }')).toContain('fail cannot be read');
});

test('what comes too late stays in the run as such', () => {
  const run = runOf('{ at: 2h, crash: writer }');
  expect(run.events).toEqual([
    {
      at: 7_200_000,
      kind: 'not-simulated',
      event: 'crash: writer',
      reason: 'it comes after the end of the run at 30 min',
    },
  ]);
});

test('a scenario sets figures of the model, one value or a range', () => {
  const run = runOf('{ at: 1s, crash: writer }', ', assumptions: { detection: 8s, promotion: 9s to 10s }');
  expect(run.figures.detection).toMatchObject({ min: 8000, max: 8000, source: 'set by the scenario' });
  expect(run.assumptions.find(({ name }) => name === 'promotion')?.value).toBe('9 s to 10 s');
  expect(problemOf('{ at: 1s, crash: writer }', ', assumptions: { detektion: 8s }')).toContain(
    'did you mean detection?',
  );
  expect(problemOf('{ at: 1s, crash: writer }', ', assumptions: { detection: 8s to 4s }')).toContain('cannot be read');
});

test('a figure that is no duration is set as a whole number', () => {
  const run = runOf('{ at: 1s, crash: writer }', ', assumptions: { readsPerVcpu: 8000 }');
  expect(run.assumptions.find(({ name }) => name === 'readsPerVcpu')?.value).toBe('8,000 requests/s');
  expect(problemOf('{ at: 1s, crash: writer }', ', assumptions: { readsPerVcpu: 8s }')).toBe(
    'Assumption readsPerVcpu cannot be read; give a whole number of requests/s such as 4000, or a range such as 4000 to 6000.',
  );
});

test('the mean time to failure of segments is one duration, or off', () => {
  const event = '{ at: 1s, crash: writer }';
  const groupsOf = (mttf: string) => runOf(event, `, assumptions: { segmentMttf: ${mttf} }`).clusters[0]?.failing.count;
  const writtenOf = (rest: string) => runOf(event, rest).assumptions.find(({ name }) => name === 'segmentMttf')?.value;
  expect([writtenOf(''), groupsOf('off'), groupsOf('8766h')]).toEqual(['off', 0, 10]);
  expect(writtenOf(', assumptions: { segmentMttf: 100000d }')).toBe('100000 d');
  for (const mttf of ['0s', '8766', '1h to 2h', 'never', '4000000d']) {
    expect(problemOf(event, `, assumptions: { segmentMttf: ${mttf} }`)).toBe(
      'Assumption segmentMttf cannot be read; give a duration such as 8766h, or off.',
    );
  }
  expect(problemOf(event, ', duration: 365d, assumptions: { segmentMttf: 10m }')).toBe(
    'About 3,153,600 failures among 60 segments are more than can be played; give a longer segmentMttf or a shorter duration.',
  );
});

test('an expectation names its group where groups fail by themselves', () => {
  const asking = ', expect: { at: [{ at: 2s, quorum: { pg-4: 6 } }] }';
  const idsOf = (rest: string) => runOf('{ at: 1s, crash: writer }', rest).groups.map(({ id }) => id);
  expect(idsOf(asking)).toEqual(['pg-0']);
  expect(idsOf(`${asking}, assumptions: { segmentMttf: 1h }`)).toEqual(['pg-0', 'pg-4']);
});

test('the workload of the design is the load of the run', () => {
  const run = runOf(
    '{ at: 1s, crash: writer }',
    '',
    `workload: { readsPerSecond: 40000, connections: some }\n${threeZones}`,
  );
  expect(run.load).toEqual({ readsPerSecond: 40_000 });
});

test('values that are not known get a default, and the run says so', () => {
  const clusters = `
primary:
  region: us-east-1
  volume: { size: huge }
  instances: [{ id: a, class: db.r7g.large, availabilityZone: us-east-1a }, { id: b, promotionTier: low }]`;
  const run = runOf('{ at: 1s, crash: writer }', '', clusters);
  expect(run.assumptions.filter(({ name }) => name.includes(' of '))).toMatchObject([
    { name: 'availabilityZones of us-east-1', value: 'us-east-1a, us-east-1b, us-east-1c' },
    { name: 'promotionTier of b', value: '1' },
    { name: 'availabilityZone of b', value: 'us-east-1b' },
    { name: 'volume of us-east-1', value: '100 GiB' },
  ]);
});

test('a design without instances cannot be played', () => {
  expect(problemOf('{ at: 1s, crash: writer }', '', 'primary: { region: us-east-1 }')).toContain('has no instances');
});

test('members of a custom endpoint are those listed, or all but those excluded', () => {
  const endpoints = `
  endpoints:
    - { id: analytics, type: READER, staticMembers: [orders-c, gone] }
    - { id: rest, excludedMembers: [orders-a] }
    - { id: all }`;
  const run = runOf('{ at: 1s, crash: writer }', '', `${threeZones}${endpoints}`);
  expect(run.clusters[0]?.endpoints).toEqual([
    { id: 'analytics', readersOnly: true, members: [2] },
    { id: 'rest', readersOnly: false, members: [1, 2] },
    { id: 'all', readersOnly: false, members: [0, 1, 2] },
  ]);
});

test.each([
  ['{ at: 1s, add: reader, target: us-east-1z }', 'The design has no AZ and no Region us-east-1z to add a reader in.'],
  [
    '{ at: 1s, modify: { orders-x.class: db.r7g.large } }',
    'The design has no instance orders-x; did you mean orders-a?',
  ],
  [
    '{ at: 1s, modify: { orders-b.promotionTier: 16 } }',
    'orders-b.promotionTier: 16 is no promotion tier; give a whole number from 0 to 15.',
  ],
])('the change %s is refused', (event, problem) => {
  expect(problemOf(event)).toBe(problem);
});

test.each(['0.25', '300', 'large'])('%s ACU is no capacity', (acu) => {
  expect(problemOf(`{ at: 1s, modify: { serverlessV2ScalingConfiguration.minCapacity: ${acu} } }`)).toContain(
    'give a multiple of 0.5 from 0 to 256 ACU.',
  );
});

test.each([
  ['ioMilion: 1', 'There is no price ioMilion; did you mean ioMillion?'],
  ['acuHour: cheap', 'The price acuHour cannot be read; give USD with at most six decimals, such as 0.276.'],
])('the price %s is refused', (prices, problem) => {
  expect(problemOf('{ at: 1s, crash: writer }', `, prices: { ${prices} }`)).toBe(problem);
});
