import type { Design } from '@aurora-blueprint/core/design/design.ts';
import type { Locator } from '@aurora-blueprint/core/design/readers/locator.ts';
import type { TemplateCluster } from '@aurora-blueprint/core/design/readers/template.ts';
import { lazily } from '@aurora-blueprint/core/lazily.ts';
import type { Finding } from '@aurora-blueprint/core/rules/finding.ts';
import { designOfTemplateCluster } from '@aurora-blueprint/core/topology/design-of-template-cluster.ts';
import type { BlueprintAnalysis, TemplateAnalysis } from './analysis.ts';
import { nameOfDesign } from './design-in-file.ts';

/** A design that can be shown and played: one of a blueprint, or a cluster of a template. */
export interface DesignOfDocument {
  /** What tells it from the others of its document. */
  readonly name: string;
  readonly design: Design;
  readonly locator: Locator;
  /** Looked for when they are first asked for. */
  readonly findings: readonly Finding[];
  /** How conditions of a template turn out, by name, where that makes a difference to the picture. */
  readonly conditions: ReadonlyMap<string, boolean>;
}

const ofAnalysis = new WeakMap<BlueprintAnalysis | TemplateAnalysis, readonly DesignOfDocument[]>();

/** The designs of a document in the order of its text. Of a cluster under conditions, the case that has the most instances. */
export function designsOf(analysis: BlueprintAnalysis | TemplateAnalysis): readonly DesignOfDocument[] {
  const before = ofAnalysis.get(analysis);
  if (before !== undefined) return before;
  const designs =
    analysis.kind === 'blueprint'
      ? designsOfBlueprint(analysis)
      : analysis.template.clusters.map((cluster) => designOfCluster(cluster, analysis));
  ofAnalysis.set(analysis, designs);
  return designs;
}

function designsOfBlueprint(analysis: BlueprintAnalysis): readonly DesignOfDocument[] {
  const { documents } = analysis.blueprint;
  return documents.map(({ design, locator }, index) => ({
    name: nameOfDesign(design, index),
    design,
    locator,
    conditions: new Map(),
    get findings() {
      return documents.length === 1 ? analysis.findings : within(analysis.findings, locator);
    },
  }));
}

function designOfCluster(cluster: TemplateCluster, analysis: TemplateAnalysis): DesignOfDocument {
  const drawn = lazily(() => designOfTemplateCluster(cluster));
  return {
    name: cluster.logicalId,
    get design() {
      return drawn().design;
    },
    get locator() {
      return drawn().locator;
    },
    get conditions() {
      return drawn().conditions;
    },
    get findings() {
      const { clusters } = analysis.template;
      return clusters.length === 1 ? analysis.findings : within(analysis.findings, drawn().locator);
    },
  };
}

function within(findings: readonly Finding[], locator: Locator): readonly Finding[] {
  return findings.filter(({ range }) => locator.pathAt(range.start) !== undefined);
}
