import type { AwsDestination } from '@aurora-blueprint/core/inference/aws-destination.ts';
import type { Confirmation } from '@aurora-blueprint/core/inference/confirmation.ts';
import { preparePreview, runPreview } from '@aurora-blueprint/core/inference/preview.ts';
import { previewableCall } from '@aurora-blueprint/core/inference/previewable-call.ts';
import type { InferenceProvider } from '@aurora-blueprint/core/inference/provider.ts';
import { type InferParams, type InferResult, inferMethod } from '@aurora-blueprint/core/protocol/inference-requests.ts';
import { RequestType } from 'vscode-languageserver';
import type { SqlFileAnalysis } from '../documents/analysis.ts';
import type { InferenceSettings } from '../settings.ts';
import type { Feature } from './feature.ts';
import { mlCallAt } from './ml-call-at.ts';

const request = new RequestType<InferParams, InferResult, void>(inferMethod);

/** `aurora/infer`: what an ML call returns. Nothing is sent before a person agreed, in a workspace they trust. */
export const infer: Feature = {
  capabilities: () => ({}),
  register: ({ connection, analyzer, settings, trusted }) => {
    connection.onRequest(request, async (params) => {
      const analysis = analyzer.analyze(params.uri);
      const { inference } = settings();
      if (analysis?.kind !== 'sql')
        return { problem: 'This file calls no function of Aurora machine learning any more.' };
      if (inference.provider === 'aws' && !trusted()) {
        return {
          problem:
            'Nothing is sent to AWS from a workspace that is not trusted. Trust it, or choose the provider offline.',
        };
      }
      return inferCall(analysis, params, inference);
    });
  },
};

async function inferCall(
  analysis: SqlFileAnalysis,
  params: InferParams,
  settings: InferenceSettings,
): Promise<InferResult> {
  const found = mlCallAt(analysis, analysis.lines.offsetAt(params.position));
  if (found === undefined) return { problem: 'The call is gone from the file. Choose it again.' };
  const design = analysis.governing?.design;
  const previewable = previewableCall(found.statement.text, found.call, design);
  if (previewable.kind === 'unavailable') return { problem: previewable.reason };
  const aws = settings.provider === 'aws' ? settings : undefined;
  const preview = preparePreview({ call: previewable, rows: params.rows, design, aws });
  if (preview.kind === 'unavailable') return { problem: preview.reason };
  const { confirmation, destination } = preview;
  if (confirmation !== undefined && !isSame(confirmation, params.agreed)) return { confirmation };
  const { rows, notice } = await runPreview(await providerFor(destination), preview);
  return notice === undefined ? { rows } : { rows, notice };
}

/** Providers are loaded when they are first used: the AWS SDK alone is larger than the rest of the server. */
async function providerFor(destination: AwsDestination | undefined): Promise<InferenceProvider> {
  if (destination === undefined) {
    const { offlineProvider } = await import('../providers/offline/offline-provider.ts');
    return offlineProvider;
  }
  const { createAwsProvider } = await import('../providers/aws/aws-provider.ts');
  return createAwsProvider(destination);
}

/** What is sent must be what was agreed to: the file or the settings may have changed since. */
function isSame(confirmation: Confirmation, agreed: Confirmation | undefined): boolean {
  return JSON.stringify(confirmation) === JSON.stringify(agreed);
}
