import type { Engine } from '../../facts/engine-versions.ts';
import type { Fact } from '../../facts/fact.ts';
import * as features from '../../facts/generated/engine-features.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as ml from '../../facts/generated/ml.ts';
import { factAsMarkdown } from '../markdown.ts';
import type { OfferedValue } from './offered-value.ts';

/** A parameter of a cluster parameter group that a fact speaks of. */
interface Parameter {
  readonly name: string;
  readonly engine: Engine;
  readonly purpose: string;
  /** Values it takes, the one that the fact wants first. */
  readonly values: readonly string[];
  readonly fact: Fact;
}

const switches = ['1', '0'];
const replication = Object.entries(limits.zero_etl_parameters.value).flatMap(([engine, wanted]) =>
  Object.entries(wanted).map(([name, value]): Parameter => {
    const values = switches.includes(value) ? [value, ...switches.filter((other) => other !== value)] : [value];
    return { name, engine: engine as Engine, purpose: 'zero-ETL', values, fact: limits.zero_etl_parameters };
  }),
);

const parameters: readonly Parameter[] = [
  {
    name: limits.global_rpo_param.parameter,
    engine: 'aurora-postgresql',
    purpose: `largest data loss across Regions, ${limits.global_rpo_param.min} s or more`,
    values: [`${limits.global_rpo_param.min}`, '60'],
    fact: limits.global_rpo_param,
  },
  {
    name: 'apg_ccm_enabled',
    engine: 'aurora-postgresql',
    purpose: 'cluster cache management',
    values: switches,
    fact: limits.ccm_tiers,
  },
  {
    name: limits.pg_log_retention.parameter,
    engine: 'aurora-postgresql',
    purpose: `minutes, ${limits.pg_log_retention.min} to ${limits.pg_log_retention.max}`,
    values: [limits.pg_log_retention.default, limits.pg_log_retention.min, limits.pg_log_retention.max].map(String),
    fact: limits.pg_log_retention,
  },
  {
    name: 'timezone',
    engine: 'aurora-postgresql',
    purpose: 'time zone',
    values: ['UTC'],
    fact: limits.local_time_zone,
  },
  { name: 'time_zone', engine: 'aurora-mysql', purpose: 'time zone', values: ['UTC'], fact: limits.local_time_zone },
  {
    name: 'aurora_parallel_query',
    engine: 'aurora-mysql',
    purpose: 'Parallel Query',
    values: ['ON', 'OFF'],
    fact: features.parallel_query,
  },
  ...Object.entries(ml.mysql_roles.value).map(
    ([service, name]): Parameter => ({
      name,
      engine: 'aurora-mysql',
      purpose: `role for ${service}`,
      values: [`arn:aws:iam::123456789012:role/orders-${service.toLowerCase()}`],
      fact: ml.mysql_roles,
    }),
  ),
  ...replication,
];

/** The parameters of the engine's cluster parameter group that the facts know. */
export function parametersOf(engine: Engine | undefined): readonly OfferedValue[] {
  return parameters
    .filter((parameter) => engine === undefined || parameter.engine === engine)
    .map(({ name, purpose, fact }) => ({ value: name, detail: purpose, documentation: factAsMarkdown(fact) }));
}

/** The values of a parameter that the facts know. */
export function parameterValues(engine: Engine | undefined, name: string): readonly OfferedValue[] {
  const known = parameters.find((one) => one.name === name && (engine === undefined || one.engine === engine));
  if (known === undefined) return [];
  return known.values.map((value) => ({ value, detail: known.purpose, documentation: factAsMarkdown(known.fact) }));
}
