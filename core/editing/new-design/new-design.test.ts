import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { engineVersionsAsOf } from '../../facts/engine-versions.ts';
import { regions } from '../../facts/regions.ts';
import type { Answers, NewBlueprint, Question } from '../../protocol/new-design-request.ts';
import { checkBlueprint } from '../../rules/check-blueprint.ts';
import { simulate } from '../../simulation/simulate.ts';
import { newDesign } from './new-design.ts';

const day = '2026-11-23';

/** The question that comes next, or the blueprint. */
function next(answers: Answers): Question | NewBlueprint {
  const result = newDesign(answers, day);
  return 'question' in result ? result.question : result.blueprint;
}

/** Answers all questions; `choose` says which of so many choices. */
function answered(name: string, choose: (question: Question, count: number) => number): Answers & NewBlueprint {
  let answers: Answers = { name };
  for (;;) {
    const result = newDesign(answers, day);
    if ('blueprint' in result) return { ...answers, ...result.blueprint };
    const { id, choices = [] } = result.question;
    const choice = choices[choose(result.question, choices.length)] ?? expect.fail(`${id} has nothing to choose`);
    answers = { ...answers, [id]: choice.id };
  }
}

const suggested = ({ choices = [], suggestion }: Question) => choices.findIndex(({ id }) => id === suggestion);

const findings = (text: string) =>
  checkBlueprint(readBlueprint(text), { asOf: day }).map(({ rule, message }) => `${rule} ${message}`);

test('the suggestions make a design in three AZs that loses one', () => {
  const { fileName, text } = answered('orders', suggested);
  expect(fileName).toBe('orders.aurora.yaml');
  expect(text).toBe(`# Aurora PostgreSQL in US East (N. Virginia): a writer and two readers in three AZs.
aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "17.9"
databaseName: orders
masterUsername: app_admin
# The secret orders/admin has to be there before the cluster is.
masterUserPassword: "{{resolve:secretsmanager:orders/admin:SecretString:password}}"

primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a, promotionTier: 0 }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b, promotionTier: 1 }
    - { id: orders-c, class: db.r7g.large, availabilityZone: us-east-1c, promotionTier: 2 }
  backupRetentionPeriod: 7
  preferredBackupWindow: 08:00-08:30
  preferredMaintenanceWindow: sun:07:00-sun:07:30
  deletionProtection: true
  storageEncrypted: true
  enableCloudwatchLogsExports: [postgresql]

scenarios:
  - name: lose the AZ of the writer
    duration: 30m
    events:
      - { at: 60s, fail: az, target: us-east-1a, for: 20m }
    expect:
      dataLoss: 0s
      never: [acked-commit-lost, two-writers-in-one-epoch]
`);
});

/** Names as people and computers read them: words of YAML and SQL among them. */
const anyName = fc.oneof(
  fc.constantFrom('orders', 'true', 'null', 'on', 'select', 'user', 'order-history', 'a', 'e5', 'x'.repeat(54)),
  fc.stringMatching(/^[a-z]([a-z0-9]|-[a-z0-9]){0,20}$/),
);

test('whatever is answered, the blueprint has no finding, says what was answered, and plays its scenario as expected', () => {
  fc.assert(
    fc.property(anyName, fc.infiniteStream(fc.nat()), (name, choices) => {
      const { text, engine, region, secondary, scenario, instances } = answered(name, (_, count) => {
        const { value = 0 } = choices.next();
        return value % count;
      });
      expect(findings(text)).toEqual([]);
      const [document] = readBlueprint(text).documents;
      const design = document?.design ?? expect.fail('no design');
      expect(known(design.name)).toBe(name);
      expect(known(design.engine)).toBe(engine);
      expect(clustersOf(design).map((cluster) => known(cluster.region))).toEqual(
        [region, secondary].filter((code) => code !== 'none'),
      );
      const classes = clustersOf(design).flatMap((one) => one.instances.items.map((item) => known(item.class)));
      expect(classes.every((one) => (one === 'db.serverless') === instances?.startsWith('serverless'))).toBe(true);
      if (scenario === undefined || scenario === 'none') return;
      const played = simulate(design, { scenario }, 1);
      if (!('timeline' in played)) expect.fail(played.problem);
      expect(played.timeline.expectations.filter(({ outcome }) => outcome !== 'pass')).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

describe('what is offered fits what was answered', () => {
  const ids = (question: Question | NewBlueprint) =>
    'choices' in question ? question.choices?.map(({ id }) => id) : expect.fail('no choices');
  const before = { name: 'orders', engine: 'aurora-postgresql', region: 'us-west-1' } as const;

  test('no third AZ where a Region has two', () => {
    expect(ids(next({ ...before, region: 'us-east-1' }))).toContain('three');
    expect(ids(next(before))).not.toContain('three');
  });

  test('no Region beside one of China but the other of China', () => {
    const china = { ...before, region: 'cn-north-1', instances: 'two' };
    expect(ids(next(china))).toEqual(['none', 'cn-northwest-1']);
  });

  test('no loss of a Region where there is one', () => {
    const all = { ...before, instances: 'two' };
    expect(ids(next({ ...all, secondary: 'none' }))).not.toContain('lose the primary Region');
    expect(ids(next({ ...all, secondary: 'eu-west-1' }))).toContain('lose the primary Region');
  });

  test('an answer that does not fit any more is asked for again', () => {
    const all = { ...before, instances: 'three', secondary: 'none', scenario: 'none' };
    expect(next(all)).toMatchObject({ id: 'instances' });
    expect(next({ ...all, region: 'us-east-1' })).toMatchObject({ fileName: 'orders.aurora.yaml' });
  });
});

test.each([
  ['1orders', 'does not begin with a letter'],
  ['orders_db', 'has the character "_"'],
  ['Orders', 'RDS keeps Orders as orders'],
  ['', 'is empty'],
  ['x'.repeat(60), 'has 60 characters'],
])('%s is no name, and the question says why', (name, problem) => {
  expect(next({ name })).toMatchObject({ id: 'name', problem: expect.stringContaining(problem) });
});

test('a name that an engine keeps for its SQL names no database', () => {
  expect(answered('select', suggested).text).not.toContain('databaseName');
});

test('a version is one that AWS supports for another year; long after the calendars there still is one', () => {
  const versionOn = (asOf: string, engine: string) => {
    const all = { name: 'a', engine, region: 'us-east-1', instances: 'one', secondary: 'none', scenario: 'none' };
    const result = newDesign(all, asOf);
    return 'blueprint' in result ? /engineVersion: (.*)/.exec(result.blueprint.text)?.[1] : undefined;
  };
  expect(versionOn(engineVersionsAsOf, 'aurora-postgresql')).toBe('"17.9"');
  expect(versionOn('2028-01-01', 'aurora-postgresql')).toBe('"17.7"');
  expect(versionOn(day, 'aurora-mysql')).toBe('8.0.mysql_aurora.3.10.5');
  expect(versionOn('2040-01-01', 'aurora-mysql')).toBe('8.4.mysql_aurora.8.4.7');
});

test('every Region can be chosen', () => {
  const question = next({ name: 'orders', engine: 'aurora-mysql' });
  expect('choices' in question && question.choices?.length).toBe(regions.length);
});
