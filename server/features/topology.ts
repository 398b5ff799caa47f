import {
  type PictureFinding,
  type Stale,
  type Topology,
  type TopologyParams,
  type TopologyResult,
  topologyMethod,
} from '@aurora-blueprint/core/protocol/topology-request.ts';
import type { Finding } from '@aurora-blueprint/core/rules/finding.ts';
import { pictureOf } from '@aurora-blueprint/core/topology/picture.ts';
import { RequestType } from 'vscode-languageserver';
import type { BlueprintAnalysis } from '../documents/analysis.ts';
import type { Feature } from './feature.ts';

const request = new RequestType<TopologyParams, TopologyResult, void>(topologyMethod);

/** `aurora/topology`: what there is to see in a blueprint. While its text cannot be read, the last picture stays. */
export const topology: Feature = {
  capabilities: () => ({}),
  register: ({ connection, documents, analyzer }) => {
    const lastGood = new Map<string, readonly Topology[]>();
    documents.onDidClose(({ document }) => lastGood.delete(document.uri));
    connection.onRequest(request, ({ uri }) => {
      const version = documents.get(uri)?.version ?? 0;
      const analysis = analyzer.analyze(uri);
      if (analysis?.kind !== 'blueprint') return { version, topologies: [] };
      const stale = staleness(analysis);
      const previous = lastGood.get(uri);
      if (stale !== undefined && previous !== undefined) return { version, topologies: previous, stale };
      const topologies = topologiesOf(analysis);
      if (stale === undefined) lastGood.set(uri, topologies);
      return stale === undefined ? { version, topologies } : { version, topologies, stale };
    });
  },
};

function topologiesOf({ blueprint, findings }: BlueprintAnalysis): readonly Topology[] {
  return blueprint.documents.map(({ design }) => ({
    picture: pictureOf(design),
    findings: findings.map(toPictureFinding),
  }));
}

function toPictureFinding({ path, severity, message, rule, fixes }: Finding): PictureFinding {
  return { path, severity, message, rule, fixes: fixes.map(({ title }) => title) };
}

/** The first place at which the text is no YAML. */
function staleness({ findings, lines }: BlueprintAnalysis): Stale | undefined {
  const broken = findings.find(({ rule }) => rule === 'FMT001');
  if (broken === undefined) return undefined;
  return { line: lines.positionAt(broken.range.start).line, message: broken.message };
}
