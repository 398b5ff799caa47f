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
import { designsOf, linesOf, pathAtOffset } from '../documents/designs-of-document.ts';
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
      if (analysis?.kind !== 'blueprint' && analysis?.kind !== 'cloudformation') return { version, path: null };
      const offset = analysis.lines.offsetAt(position);
      const found = designsOf(analysis).map((design) => pathAtOffset(design, offset));
      const design = found.findIndex((path) => path !== undefined);
      const path = found[design];
      return path === undefined ? { version, path: null } : { version, design, path: formatPath(path) };
    });
  },
};

/** `aurora/rangeOf`: where something of the design stands. */
export const rangeOf: Feature = {
  capabilities: () => ({}),
  register: ({ connection, documents, analyzer }) => {
    connection.onRequest(rangeOfRequest, ({ uri, path, design = 0 }) => {
      const version = documents.get(uri)?.version ?? 0;
      const analysis = analyzer.analyze(uri);
      if (analysis?.kind !== 'blueprint' && analysis?.kind !== 'cloudformation') return { version, range: null };
      const found = designsOf(analysis)[design];
      const range = found === undefined ? null : toProtocolRange(analysis.lines, linesOf(found, parsePath(path)));
      return { version, range };
    });
  },
};
