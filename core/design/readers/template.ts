import { isAuroraCluster } from './template/aurora-engine.ts';
import type { TemplateCase } from './template/case.ts';
import { conditionBits } from './template/condition-bits.ts';
import { casesOf } from './template/conditions.ts';
import { isAuroraTemplate } from './template/is-aurora-template.ts';
import { relevantConditions } from './template/relevant-conditions.ts';
import { Resolver } from './template/resolver.ts';
import { Resources } from './template/resources.ts';
import { TemplateDesign } from './template/template-design.ts';
import { longestTemplate, parseTemplate, type Resource, type TemplateSyntax } from './template/template-syntax.ts';

/** One Aurora cluster of a template, in each case of the conditions in which it exists. */
export interface TemplateCluster {
  readonly logicalId: string;
  readonly designs: readonly TemplateDesign[];
}

/** A CloudFormation template as read. */
export interface Template {
  readonly text: string;
  readonly syntax: TemplateSyntax;
  readonly clusters: readonly TemplateCluster[];
}

/**
 * Reads the Aurora clusters of a CloudFormation template in YAML or JSON, each in every case of its conditions.
 * `parameters` are values given for parameters of the template. Undefined when the text holds no Aurora cluster, or is
 * longer than any template. Never throws.
 */
export function readTemplate(text: string, parameters: ReadonlyMap<string, string> = new Map()): Template | undefined {
  if (text.length > longestTemplate || !isAuroraTemplate(text)) return undefined;
  const syntax = parseTemplate(text);
  if (syntax === undefined) return undefined;
  const conditions = relevantConditions(syntax);
  const bits = conditionBits(syntax, conditions);
  const clusters = new Map<string, TemplateDesign[]>();
  for (let left = casesOf(syntax, conditions, parameters); left[0] !== undefined; ) {
    const [first] = left;
    const resolver = new Resolver(syntax, first, bits);
    const { value: found, mask } = resolver.reliance.during(() => auroraClusters(text, resolver));
    const isSame = (other: TemplateCase) => ((other.bits ^ first.bits) & mask) === 0;
    for (const cluster of found) {
      const designs = left
        .filter(isSame)
        .map((templateCase) => new TemplateDesign({ cluster, syntax, templateCase, bits }));
      clusters.set(cluster.logicalId, [...(clusters.get(cluster.logicalId) ?? []), ...designs]);
    }
    left = left.filter((other) => !isSame(other));
  }
  if (clusters.size === 0) return undefined;
  return { text, syntax, clusters: [...clusters].map(([logicalId, designs]) => ({ logicalId, designs })) };
}

/** The Aurora clusters that exist, or may exist, in one case. */
function auroraClusters(text: string, resolver: Resolver): readonly Resource[] {
  const { template } = resolver;
  const clusters = new Resources(resolver).ofType('AWS::RDS::DBCluster');
  return clusters
    .filter((cluster) => isAuroraCluster(cluster, template, text))
    .flatMap(({ logicalId }) => template.resources.get(logicalId) ?? []);
}
