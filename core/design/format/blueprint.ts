import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { primaryShape, secondaryShape } from './cluster.ts';
import { choice, constant, duration, integer, number, text } from './scalar.ts';
import { scenariosShape } from './scenario.ts';
import { list, object } from './shape.ts';

const machineLearningShape = object(
  {
    service: choice(['Comprehend', 'SageMaker', 'Bedrock'], {
      summary: 'The service that SQL may call through this role.',
    }),
    roleArn: text({
      summary: 'IAM role associated with the cluster for this service.',
      example: 'arn:aws:iam::123456789012:role/orders-comprehend',
      facts: [limits.iam_roles_per_cluster],
    }),
    regions: list(text({ summary: 'A Region of the design.' }, 'region'), {
      summary: 'Regions whose cluster has the role.',
      default: 'the primary Region',
    }),
    endpoints: list(
      object(
        {
          name: text({ summary: 'Name of the SageMaker endpoint.' }),
          input: list(
            text({
              summary: 'SQL type of one model input.',
              values: ['double precision', 'integer', 'bigint', 'text', 'boolean'],
            }),
            {
              summary: 'SQL types of the model inputs, in order.',
            },
          ),
          output: text({
            summary: 'SQL type of the result.',
            values: ['double precision', 'integer', 'bigint', 'text', 'boolean'],
          }),
        },
        { summary: 'A SageMaker endpoint.' },
        ['name'],
      ),
      { summary: 'SageMaker endpoints that SQL may call; left out means unknown, not none.' },
    ),
  },
  { summary: 'A role associated with the cluster: what its SQL may call.' },
  ['service', 'roleArn'],
);

const objectivesShape = object(
  {
    writerRecovery: duration({
      summary: 'Longest time without a writer inside the Region (RTO).',
      example: '60s',
      facts: [resilience.failover_time],
    }),
    dataLoss: duration({ summary: 'Acknowledged commits that may be lost inside the Region (RPO).', example: '0s' }),
    regionRecovery: duration({
      summary: 'Longest time without a writer when a Region is lost.',
      example: '5m',
      facts: [resilience.global_rto],
    }),
    regionDataLoss: duration({
      summary: 'Commits that may be lost with a Region.',
      example: '5s',
      facts: [resilience.global_rpo],
    }),
    survive: list(choice(['instance', 'az', 'az+1', 'segment', 'region'], { summary: 'A kind of fault.' }), {
      summary: 'Faults after which the objectives still hold.',
    }),
  },
  { summary: 'What the owner demands of the design; a design with objectives counts as production.' },
);

const workloadShape = object(
  {
    readsPerSecond: number({ summary: 'Reads per second.', example: '40000' }),
    writesPerSecond: number({ summary: 'Writes per second.', example: '10000', facts: [resilience.replica_lag] }),
    connections: integer({ summary: 'Open connections.', example: '800' }),
  },
  { summary: 'The load that the design has to carry.' },
);

/** A blueprint: the whole of a `*.aurora.yaml` document. */
export const blueprintShape = object(
  {
    aurora: constant(1, { summary: 'Version of the blueprint format: 1.', example: '1' }),
    name: text({
      summary: 'Name of the design; the GlobalClusterIdentifier when there are secondaries.',
      example: 'orders',
      facts: [limits.global_identifier],
    }),
    engine: choice(['aurora-postgresql', 'aurora-mysql'], {
      summary: 'Database engine.',
      facts: [limits.global_engine_enum],
    }),
    engineVersion: text(
      {
        summary: 'Engine version, in quotes: 16.10 without them is the number 16.1.',
        example: '"16.13"',
        facts: [limits.yaml_version_number],
      },
      'engineVersion',
    ),
    databaseName: text({
      summary: 'Database that is created with the cluster.',
      facts: [limits.database_name_postgresql, limits.database_name_mysql],
    }),
    masterUsername: text({
      summary: 'Name of the master user.',
      facts: [limits.master_username_required, limits.master_username_reserved],
    }),
    masterUserPassword: text({
      summary: 'Password of the master user; a reference to a secret, never the password itself.',
      example: '"{{resolve:secretsmanager:orders/admin:SecretString:password}}"',
      facts: [limits.master_password],
    }),
    profile: choice(['production', 'development'], {
      summary: 'How strictly the design is judged.',
      default: 'production when objectives are stated, otherwise none',
    }),
    primary: primaryShape,
    secondaries: list(secondaryShape, {
      summary: 'Clusters in other Regions that follow the primary.',
      limits: 'at most 10, each in a Region of its own',
      facts: [limits.global_secondary_regions_max, limits.global_region_distinct],
    }),
    machineLearning: list(machineLearningShape, {
      summary: 'Roles for Aurora machine learning: which services SQL may call.',
    }),
    workload: workloadShape,
    objectives: objectivesShape,
    scenarios: scenariosShape,
  },
  { summary: 'A cluster design.', file: 'blueprint' },
  ['aurora', 'name', 'engine', 'primary'],
);
