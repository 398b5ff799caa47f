import { newDesign as nextOf } from '@aurora-blueprint/core/editing/new-design/new-design.ts';
import {
  type NewDesignParams,
  type NewDesignResult,
  newDesignMethod,
} from '@aurora-blueprint/core/protocol/new-design-request.ts';
import { RequestType } from 'vscode-languageserver';
import { today } from '../today.ts';
import type { Feature } from './feature.ts';

const request = new RequestType<NewDesignParams, NewDesignResult, void>(newDesignMethod);

/** `aurora/newDesign`: what to ask next for a new design, and the design when all is answered. */
export const newDesign: Feature = {
  capabilities: () => ({}),
  register: ({ connection }) => {
    connection.onRequest(request, ({ answers }) => nextOf(answers, today()));
  },
};
