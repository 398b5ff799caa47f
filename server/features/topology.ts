import {
  type PictureFinding,
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
  register: ({ connection, documents, shownBlueprints }) => {
    connection.onRequest(request, ({ uri }) => {
      const version = documents.get(uri)?.version ?? 0;
      const shown = shownBlueprints.get(uri);
      if (shown === undefined) return { version, topologies: [] };
      const { analysis, stale } = shown;
      const topologies = topologiesOf(analysis);
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
