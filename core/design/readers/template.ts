import { isAuroraCluster } from './template/aurora-engine.ts';
import { CaseGraph } from './template/case-graph.ts';
import { CaseResources } from './template/case-resources.ts';
import { conditionBits } from './template/condition-bits.ts';
import { casesOf } from './template/conditions.ts';
import { Dependencies } from './template/dependencies.ts';
import { distinctCases } from './template/distinct-cases.ts';
import { isAuroraTemplate } from './template/is-aurora-template.ts';
import { graphConditions, relevantConditions } from './template/relevant-conditions.ts';
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
  /** Its resources, in each case of the conditions. */
  readonly graphs: readonly CaseGraph[];
  /** Values given for its parameters. */
  readonly parameters: ReadonlyMap<string, string>;
}

type Parameters = ReadonlyMap<string, string>;

/**
 * Reads the Aurora clusters of a CloudFormation template in YAML or JSON, each in every case of its conditions, and the
 * graph of its resources. `parameters` are values given for parameters of the template. Undefined when the text holds
 * nothing of Aurora, or is longer than any template. `before` is the template as it was before the last edit: what was
 * not touched is not parsed again. Never throws.
 */
export function readTemplate(
  text: string,
  parameters: Parameters = new Map(),
  before?: Template,
): Template | undefined {
  if (text.length > longestTemplate || !isAuroraTemplate(text)) return undefined;
  const syntax = parseTemplate(text, before?.syntax.blocks);
  if (syntax === undefined) return undefined;
  const [forDesigns, forGraphs] = [relevantConditions(syntax), graphConditions(syntax)];
  const cases = readCases(syntax, forDesigns, parameters);
  const clusters = readClusters(text, cases);
  const isSame = [...forGraphs].join() === [...forDesigns].join();
  const dependencies = new Dependencies(syntax);
  const graphs = (isSame ? cases : readCases(syntax, forGraphs, parameters)).map(
    (one) => new CaseGraph(one, text, dependencies),
  );
  const isAurora = clusters.length > 0 || distinctCases(graphs, lookForAurora).some(({ value }) => value);
  return isAurora ? { text, syntax, clusters, graphs, parameters } : undefined;
}

/** The cases in which some conditions of a template can turn out. */
function readCases(syntax: TemplateSyntax, conditions: ReadonlySet<string>, parameters: Parameters) {
  const bits = conditionBits(syntax, conditions);
  return casesOf(syntax, conditions, parameters).map((one) => new CaseResources(syntax, one, bits));
}

function readClusters(text: string, cases: readonly CaseResources[]): readonly TemplateCluster[] {
  const clusters = new Map<string, TemplateDesign[]>();
  const found = distinctCases(cases, (one) => one.look(() => auroraClusters(text, one)));
  for (const { value, cases: same } of found) {
    for (const cluster of value) {
      const designs = same.map((one) => new TemplateDesign(cluster, one));
      clusters.set(cluster.logicalId, [...(clusters.get(cluster.logicalId) ?? []), ...designs]);
    }
  }
  return [...clusters].map(([logicalId, designs]) => ({ logicalId, designs }));
}

/** The Aurora clusters that exist, or may exist, in one case. */
function auroraClusters(text: string, { resources, syntax }: CaseResources): readonly Resource[] {
  return resources
    .ofType('AWS::RDS::DBCluster')
    .filter((cluster) => isAuroraCluster(cluster, syntax, text))
    .flatMap(({ logicalId }) => syntax.resources.get(logicalId) ?? []);
}

/** Whether there is something of Aurora in a template, clusters or not: instances, or a global database. */
function lookForAurora(one: CaseGraph) {
  const types = ['AWS::RDS::GlobalCluster', 'AWS::RDS::DBClusterEndpoint'];
  return one.look((graph) => graph.instances.length > 0 || types.some((type) => graph.ofType(type).length > 0));
}
