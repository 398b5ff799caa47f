import type { Design } from '@aurora-blueprint/core/design/design.ts';
import { formatPath, type Path } from '@aurora-blueprint/core/design/path.ts';
import type { Locator } from '@aurora-blueprint/core/design/readers/locator.ts';
import type { TemplateCluster } from '@aurora-blueprint/core/design/readers/template.ts';
import { lazily } from '@aurora-blueprint/core/lazily.ts';
import type { Finding } from '@aurora-blueprint/core/rules/finding.ts';
import { contains, type Range } from '@aurora-blueprint/core/text/range.ts';
import {
  designOfTemplateCluster,
  type PlacedResource,
} from '@aurora-blueprint/core/topology/picture/design-of-template-cluster.ts';
import type { BlueprintAnalysis, TemplateAnalysis } from './analysis.ts';
import { nameOfDesign } from './design-in-file.ts';

/** A design that can be shown and played: one of a blueprint, or a cluster of a template. */
export interface DesignOfDocument {
  /** What tells it from the others of its document. */
  readonly name: string;
  readonly design: Design;
  readonly locator: Locator;
  /** Where its cluster and its instances stand whole, where the locator knows only their names. */
  readonly resources: readonly PlacedResource[];
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

/** What of a design stands at an offset of the text. */
export function pathAtOffset({ locator, resources }: DesignOfDocument, offset: number): Path | undefined {
  return locator.pathAt(offset) ?? resources.find(({ range }) => contains(range, offset))?.path;
}

/** Where what stands at a path of a design is written, with all its lines. */
export function linesOf({ locator, resources }: DesignOfDocument, path: Path): Range {
  const resource = resources.find((other) => formatPath(other.path) === formatPath(path));
  return resource?.range ?? locator.placeOf(path)?.whole ?? locator.rangeOf(path);
}

function designsOfBlueprint(analysis: BlueprintAnalysis): readonly DesignOfDocument[] {
  const { documents } = analysis.blueprint;
  return documents.map(({ design, locator }, index) => ({
    name: nameOfDesign(design, index),
    design,
    locator,
    resources: [],
    conditions: new Map(),
    get findings(): readonly Finding[] {
      return documents.length === 1 ? analysis.findings : findingsIn(this, analysis);
    },
  }));
}

function designOfCluster(cluster: TemplateCluster, analysis: TemplateAnalysis): DesignOfDocument {
  const drawn = lazily(() => designOfTemplateCluster(cluster, analysis.template.syntax));
  return {
    name: cluster.logicalId,
    get design() {
      return drawn().design;
    },
    get locator() {
      return drawn().locator;
    },
    get resources() {
      return drawn().resources;
    },
    get conditions() {
      return drawn().conditions;
    },
    get findings(): readonly Finding[] {
      const { clusters } = analysis.template;
      return clusters.length === 1 ? analysis.findings : findingsIn(this, analysis);
    },
  };
}

function findingsIn(design: DesignOfDocument, { findings }: BlueprintAnalysis | TemplateAnalysis): readonly Finding[] {
  return findings.filter(({ range }) => pathAtOffset(design, range.start) !== undefined);
}
