import {
  type ConvertParams,
  type ConvertResult,
  convertMethod,
} from '@aurora-blueprint/core/protocol/conversion-request.ts';
import { RequestType } from 'vscode-languageserver';
import { convertDocument } from '../documents/convert-document.ts';
import type { Feature } from './feature.ts';

const request = new RequestType<ConvertParams, ConvertResult, void>(convertMethod);

const nothing =
  'There is nothing here to convert. Open a blueprint that states its engine, or a CloudFormation template with an Aurora cluster.';

/** `aurora/convert`: the design of a document in the other format. */
export const convert: Feature = {
  capabilities: () => ({}),
  register: ({ connection, analyzer }) => {
    connection.onRequest(request, ({ uri }) => convertDocument(uri, analyzer.analyze(uri)) ?? { problem: nothing });
  },
};
