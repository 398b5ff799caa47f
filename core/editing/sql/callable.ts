import { type MlParameter, type MlSignature, mlFunctionByName } from '../../facts/ml.ts';
import type { DeclaredParameter } from '../../sql/declarations/declared-parameters.ts';
import type { Routine } from '../../sql/declarations/routine.ts';
import type { OpenCall } from './open-call.ts';
import type { SqlDocument } from './sql-document.ts';

/** A parameter of something that is called. */
export interface CallableParameter extends Pick<DeclaredParameter, 'name' | 'type' | 'optional' | 'variadic'> {
  /** What it is for, where it is one of an ML function. */
  readonly role: MlParameter['role'] | undefined;
}

/** Something that an SQL text can call and of which the parameters are known. */
export interface Callable {
  readonly name: string;
  readonly parameters: readonly CallableParameter[];
  /** What it gives; empty where nothing says it. */
  readonly returns: string;
  /** The signature of an ML function, of Aurora's own or made with ALIAS. */
  readonly signature: MlSignature | undefined;
}

/** What a call of this name calls: an ML function, one made with ALIAS, or a routine that a statement creates. */
export function callableNamed({ dialect, sql: { declarations } }: SqlDocument, name: string): Callable | undefined {
  const lower = dialect === 'mysql' ? name.toLowerCase() : name;
  const signature = mlFunctionByName(dialect, lower) ?? declarations.aliasFunction(lower)?.signature;
  if (signature !== undefined) return callableOfSignature(signature);
  const routine = declarations.routine(lower);
  return routine && callableOfRoutine(routine);
}

/** An ML function as something to call. */
export function callableOfSignature(signature: MlSignature): Callable {
  const { name, parameters, returns } = signature;
  return {
    name,
    parameters: parameters.map(({ name: written, type, optional = false, variadic = false, role }) => {
      return { name: written, type, optional, variadic, role };
    }),
    returns:
      returns.length === 1
        ? (returns[0]?.type ?? '')
        : returns.map((column) => `${column.name} ${column.type}`).join(', '),
    signature,
  };
}

function callableOfRoutine({ name, parameters, returns }: Routine): Callable {
  return {
    name,
    parameters: parameters.map((parameter) => ({ ...parameter, role: undefined })),
    returns: returns ?? '',
    signature: undefined,
  };
}

/** Index of the parameter that the argument at the cursor is for; -1 when there is none for it. */
export function activeParameter({ parameters }: Callable, { argumentName, index, named }: OpenCall): number {
  if (argumentName !== undefined) return parameters.findIndex(({ name }) => name === argumentName);
  if (named.length > 0) {
    const positional = index - named.length;
    return parameters.findIndex(({ name }, at) => at >= positional && !named.includes(name ?? ''));
  }
  if (index < parameters.length) return index;
  return parameters.at(-1)?.variadic === true ? parameters.length - 1 : -1;
}
