import { isAuroraCluster } from './template/aurora-engine.ts';
import { plainCase, type TemplateCase } from './template/case.ts';
import { CaseResources } from './template/case-resources.ts';
import { noBits } from './template/condition-bits.ts';
import { casesOf } from './template/conditions.ts';
import { isAuroraTemplate } from './template/is-aurora-template.ts';
import { relevantConditions } from './template/relevant-conditions.ts';
import { TemplateDesign } from './template/template-design.ts';
import { longestTemplate, parseTemplate, type TemplateSyntax } from './template/template-syntax.ts';

/** An Aurora cluster of a template, in the one case that is asked for. */
export interface ClusterInCase {
  readonly logicalId: string;
  /** Whether conditions that cannot be told decide if it exists. */
  readonly mayBeMissing: boolean;
  readonly design: TemplateDesign;
}

/** A template in the case that its parameters make: the given ones, and the Defaults of the others. */
export interface TemplateInCase {
  readonly syntax: TemplateSyntax;
  readonly clusters: readonly ClusterInCase[];
  /** Conditions on which the clusters rest, and which cannot be told. */
  readonly openConditions: readonly string[];
}

/**
 * Reads the Aurora clusters of a template as they are deployed with these values for its parameters. Conditions that
 * cannot be told leave unknown what rests on them. Undefined when the text holds no Aurora cluster. Never throws.
 */
export function readTemplateCase(text: string, parameters: ReadonlyMap<string, string>): TemplateInCase | undefined {
  if (text.length > longestTemplate || !isAuroraTemplate(text)) return undefined;
  const syntax = parseTemplate(text);
  if (syntax === undefined) return undefined;
  const given = new Map([...defaultsOf(syntax), ...parameters]);
  const names = relevantConditions(syntax);
  const outcomes = new Map([...names].flatMap((name) => outcomeOf(name, syntax, given)));
  const templateCase: TemplateCase = { ...plainCase(given), outcomes };
  const inCase = new CaseResources(syntax, templateCase, noBits);
  const found = inCase.resources
    .ofType('AWS::RDS::DBCluster')
    .filter((cluster) => isAuroraCluster(cluster, syntax, text));
  const clusters = found.flatMap(({ logicalId, exists }) => {
    const cluster = syntax.resources.get(logicalId);
    if (cluster === undefined) return [];
    return [{ logicalId, mayBeMissing: exists === undefined, design: new TemplateDesign(cluster, inCase) }];
  });
  if (clusters.length === 0) return undefined;
  return { syntax, clusters, openConditions: [...names].filter((name) => !outcomes.has(name)) };
}

function defaultsOf({ parameters }: TemplateSyntax): readonly (readonly [string, string])[] {
  return [...parameters].flatMap(([name, parameter]) => {
    const { default: written } = parameter;
    return written?.kind === 'scalar' ? [[name, written.text] as const] : [];
  });
}

/** How a condition turns out, if that can be told. */
function outcomeOf(name: string, syntax: TemplateSyntax, given: ReadonlyMap<string, string>) {
  const [only, ...others] = casesOf(syntax, new Set([name]), given);
  const outcome = only?.outcomes.get(name);
  return outcome === undefined || others.length > 0 ? [] : [[name, outcome] as const];
}
