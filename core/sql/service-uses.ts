import type { MlService } from '../facts/ml.ts';
import type { Range } from '../text/range.ts';
import { literalText, type MlCall } from './calls/ml-call.ts';
import type { Declaration } from './declarations/declarations.ts';

/** A place of a statement that needs the role for a service: an ML call, or ALIAS in what makes a function of one. */
export interface ServiceUse {
  readonly service: MlService;
  /** The name of the function, or the word behind ALIAS. */
  readonly range: Range;
  /** The SageMaker endpoint or the Bedrock model, where a literal names it. */
  readonly target: string | undefined;
}

/** Where a statement needs roles. Places count from its beginning. */
export function serviceUsesOf(statement: {
  readonly calls: readonly MlCall[];
  readonly declared: readonly Declaration[];
}): readonly ServiceUse[] {
  const ofCalls = statement.calls.flatMap((call) => {
    const { signature, nameRange: range } = call;
    return signature === undefined ? [] : { service: signature.service, range, target: targetOf(call) };
  });
  const ofAliases = statement.declared.flatMap((one) => {
    if (one.kind !== 'aliasFunction') return [];
    return { service: one.alias.service, range: one.aliasRange, target: one.target?.name };
  });
  return [...ofCalls, ...ofAliases];
}

function targetOf({ signature, arguments: given }: MlCall): string | undefined {
  if (signature?.target !== undefined) return signature.target;
  const target = given.find(({ parameter }) => parameter?.role === 'endpoint' || parameter?.role === 'model');
  return target && literalText(target)?.value;
}
