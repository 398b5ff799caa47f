import { previewableCall } from '@aurora-blueprint/core/inference/previewable-call.ts';
import {
  type DescribeInferenceParams,
  type DescribeInferenceResult,
  describeInferenceMethod,
} from '@aurora-blueprint/core/protocol/inference-requests.ts';
import { RequestType } from 'vscode-languageserver';
import type { Feature } from './feature.ts';
import { mlCallAt } from './ml-call-at.ts';

const request = new RequestType<DescribeInferenceParams, DescribeInferenceResult, void>(describeInferenceMethod);

/** `aurora/describeInference`: which ML call stands at a position, and what a preview of it needs. */
export const describeInference: Feature = {
  capabilities: () => ({}),
  register: ({ connection, analyzer, settings }) => {
    connection.onRequest(request, (params) => {
      const { uri, position } = params;
      const analysis = analyzer.analyze(uri);
      if (analysis?.kind !== 'sql') return { problem: 'This file calls no function of Aurora machine learning.' };
      const found = mlCallAt(analysis, analysis.lines.offsetAt(position));
      if (found === undefined) return { problem: 'Put the cursor on a call of an Aurora ML function.' };
      const { call, statement } = found;
      const previewable = previewableCall(statement.text, call, analysis.governing?.design);
      if (previewable.kind === 'unavailable') return { problem: previewable.reason };
      return {
        call: {
          uri,
          position: analysis.lines.positionAt(statement.offset + call.range.start),
          text: statement.text.slice(call.range.start, call.range.end),
          asks: previewable.asks,
          columns: previewable.columns,
          provider: settings().inference.provider,
        },
      };
    });
  },
};
