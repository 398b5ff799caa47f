import type { Design } from '../design.ts';
import { formatPath, type Path } from '../path.ts';
import type { Locator } from './locator.ts';
import { isAuroraCluster } from './template/aurora-engine.ts';
import type { TemplateCase } from './template/case.ts';
import { casesOf } from './template/conditions.ts';
import { designPart } from './template/design-part.ts';
import { DesignReader, type Origin } from './template/design-reader.ts';
import { isAuroraTemplate } from './template/is-aurora-template.ts';
import { propertyName } from './template/property-name.ts';
import { relevantConditions } from './template/relevant-conditions.ts';
import { Resolver } from './template/resolver.ts';
import { Resources } from './template/resources.ts';
import { longestTemplate, parseTemplate, type TemplateSyntax } from './template/template-syntax.ts';

/** What one DB cluster is when the conditions of the template turn out one way. */
export interface TemplateDesign {
  readonly design: Design;
  readonly locator: Locator;
  /** Outcomes of the conditions that give this design, one entry for each way to it. */
  readonly cases: readonly ReadonlyMap<string, boolean>[];
  /** Logical ids of the resources it is made of. */
  readonly resources: ReadonlySet<string>;
  /** Where the value at a path of the design comes from; for what is absent, where it would stand. */
  readonly originOf: (path: Path) => Origin;
}

/** One Aurora cluster of a template, in each of its cases that differ. */
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
  const clusters = new Map<string, Map<string, TemplateDesign>>();
  for (const templateCase of casesOf(syntax, relevantConditions(syntax), parameters)) {
    for (const { logicalId, signature, design } of readCase(text, syntax, templateCase)) {
      const designs = clusters.get(logicalId) ?? new Map<string, TemplateDesign>();
      const same = designs.get(signature);
      designs.set(signature, same === undefined ? design : { ...same, cases: [...same.cases, ...design.cases] });
      clusters.set(logicalId, designs);
    }
  }
  if (clusters.size === 0) return undefined;
  return {
    text,
    syntax,
    clusters: [...clusters].map(([logicalId, designs]) => ({ logicalId, designs: [...designs.values()] })),
  };
}

/** The clusters that exist, or may exist, in one case. */
function readCase(text: string, syntax: TemplateSyntax, templateCase: TemplateCase) {
  const resources = new Resources(new Resolver(syntax, templateCase));
  const clusters = resources.ofType('AWS::RDS::DBCluster').filter((cluster) => isAuroraCluster(cluster, syntax, text));
  return clusters.map((cluster) => {
    const reader = new DesignReader();
    const design = reader.readDesign(designPart(cluster, resources));
    const originOf = (path: Path) => origin(path, reader.origins, syntax);
    const cases = [templateCase.conditions];
    const ids = new Set([...reader.origins.values()].map((known) => String(known.path[1])));
    return {
      logicalId: cluster.logicalId,
      signature: reader.signature,
      design: { design, locator: reader.locator, cases, resources: ids, originOf },
    };
  });
}

function origin(path: Path, origins: ReadonlyMap<string, Origin>, syntax: TemplateSyntax): Origin {
  const known = origins.get(formatPath(path));
  const last = path.at(-1);
  if (known !== undefined || last === undefined) return known ?? { path: [], defaults: [] };
  const above = origin(path.slice(0, -1), origins, syntax).path;
  const type = syntax.resources.get(String(above[1]))?.type ?? '';
  return { path: [...above, typeof last === 'number' ? last : propertyName(last, type)], defaults: [] };
}
