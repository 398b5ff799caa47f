import { formatPath, parsePath } from '@aurora-blueprint/core/design/path.ts';
import {
  type PathAtParams,
  type PathAtResult,
  pathAtMethod,
  type RangeOfParams,
  type RangeOfResult,
  rangeOfMethod,
} from '@aurora-blueprint/core/protocol/location-requests.ts';
import { RequestType } from 'vscode-languageserver';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';

const pathAtRequest = new RequestType<PathAtParams, PathAtResult, void>(pathAtMethod);
const rangeOfRequest = new RequestType<RangeOfParams, RangeOfResult, void>(rangeOfMethod);

/** `aurora/pathAt`: what of the design stands at a position. */
export const pathAt: Feature = {
  capabilities: () => ({}),
  register: ({ connection, documents, analyzer }) => {
    connection.onRequest(pathAtRequest, ({ uri, position }) => {
      const version = documents.get(uri)?.version ?? 0;
      const analysis = analyzer.analyze(uri);
      if (analysis?.kind !== 'blueprint') return { version, path: null };
      const path = analysis.blueprint.documents[0]?.locator.pathAt(analysis.lines.offsetAt(position));
      return { version, path: path === undefined ? null : formatPath(path) };
    });
  },
};

/** `aurora/rangeOf`: where something of the design stands. */
export const rangeOf: Feature = {
  capabilities: () => ({}),
  register: ({ connection, documents, analyzer }) => {
    connection.onRequest(rangeOfRequest, ({ uri, path }) => {
      const version = documents.get(uri)?.version ?? 0;
      const analysis = analyzer.analyze(uri);
      if (analysis?.kind !== 'blueprint') return { version, range: null };
      const steps = parsePath(path);
      const locator = analysis.blueprint.documents[0]?.locator;
      const range = locator?.placeOf(steps)?.whole ?? locator?.rangeOf(steps);
      return { version, range: range === undefined ? null : toProtocolRange(analysis.lines, range) };
    });
  },
};
