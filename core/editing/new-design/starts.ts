import { type Engine, engineName, engineVersionsAsOf } from '../../facts/engine-versions.ts';
import { regionByCode } from '../../facts/regions.ts';
import { escapeSnippet } from '../snippet.ts';
import type { WholeSnippet } from '../snippets/whole-snippet.ts';
import { draftOf } from './draft.ts';
import { instanceChoices } from './instance-choices.ts';
import { engines } from './questions.ts';

/** The smallest start that has somebody to take over. */
const small: WholeSnippet = {
  label: 'blueprint',
  detail: 'a cluster with a writer and a reader',
  text: `aurora: 1
name: \${1:orders}
engine: \${2|${engines.join(',')}|}

primary:
  region: \${3:us-east-1}
  instances:
    - { id: \${1:orders}-a, class: \${4:db.r7g.large}, availabilityZone: \${3:us-east-1}a }
    - { id: \${1:orders}-b, class: \${4:db.r7g.large}, availabilityZone: \${3:us-east-1}b }
$0`,
};

/** What the larger starts are, by what a person would have answered. */
const larger = [
  { label: 'in three AZs', instances: 'three', region: 'us-east-1', secondary: undefined },
  { label: 'Serverless v2', instances: 'serverless-two', region: 'us-east-1', secondary: undefined },
  { label: 'in two Regions', instances: 'three', region: 'us-east-1', secondary: 'eu-west-1' },
] as const;

const name = 'orders';

let known: readonly WholeSnippet[] | undefined;

/** Whole blueprints to begin with, made when they are first asked for; the name is typed in all its places at once. */
export function starts(): readonly WholeSnippet[] {
  known ??= [small, ...engines.flatMap((engine) => larger.map((start) => largerStart(engine, start)))];
  return known;
}

function largerStart(engine: Engine, start: (typeof larger)[number]): WholeSnippet {
  const instances = instanceChoices.find(({ id }) => id === start.instances);
  const region = regionByCode(start.region);
  if (instances === undefined || region === undefined) throw new Error('A start names what there is.');
  const secondary = start.secondary && regionByCode(start.secondary);
  const { text } = draftOf({ name, engine, region, instances, secondary }, engineVersionsAsOf);
  const place = secondary === undefined ? region.code : `${region.code} and ${secondary.code}`;
  return {
    label: `blueprint: ${engineName(engine)} ${start.label}`,
    detail: `${instances.label.replace(/^A /, 'a ').replace(/, Serverless v2$/, '')}; ${place}`,
    text: `${escapeSnippet(text).replaceAll(name, `\${1:${name}}`)}$0`,
  };
}
