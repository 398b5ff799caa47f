import {
  type PictureFinding,
  type Topology,
  type TopologyParams,
  type TopologyResult,
  topologyMethod,
} from '@aurora-blueprint/core/protocol/topology-request.ts';
import type { Finding } from '@aurora-blueprint/core/rules/finding.ts';
import { pictureOf } from '@aurora-blueprint/core/topology/picture/picture.ts';
import { RequestType } from 'vscode-languageserver';
import type { DesignOfDocument } from '../documents/designs-of-document.ts';
import type { Feature } from './feature.ts';

const request = new RequestType<TopologyParams, TopologyResult, void>(topologyMethod);

/** `aurora/topology`: what there is to see in a blueprint or a template. While its text cannot be read, the last picture stays. */
export const topology: Feature = {
  capabilities: () => ({}),
  register: ({ connection, documents, shownDesigns }) => {
    connection.onRequest(request, ({ uri }) => {
      const version = documents.get(uri)?.version ?? 0;
      const shown = shownDesigns.get(uri);
      if (shown === undefined) return { version, topologies: [] };
      const { designs, stale } = shown;
      const topologies = designs.map(topologyOf);
      return stale === undefined ? { version, topologies } : { version, topologies, stale };
    });
  },
};

function topologyOf({ name, design, findings, conditions }: DesignOfDocument): Topology {
  return {
    name,
    picture: pictureOf(design),
    findings: findings.map(toPictureFinding),
    conditions: [...conditions].map(([condition, holds]) => ({ condition, holds })),
  };
}

function toPictureFinding({ path, severity, message, rule, fixes }: Finding): PictureFinding {
  return { path, severity, message, rule, fixes: fixes.map(({ title }) => title) };
}
