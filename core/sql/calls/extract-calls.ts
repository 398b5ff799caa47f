import type { MlSignature, SqlDialect } from '../../facts/ml.ts';
import type { Statement } from '../text/statement.ts';
import { isName, isSymbol, isWord, type Token } from '../text/token.ts';
import { typeAt } from '../text/type-name.ts';
import { classifyArgument } from './classify-argument.ts';
import type { Argument, MlCall } from './ml-call.ts';

/** What a function name means: undefined when it is no ML function, not even a mistaken one. */
export type ResolveFunction = (name: string) => { readonly signature: MlSignature | undefined } | undefined;

/** A bracket that is open, and the call it belongs to where it is one of an ML function. */
interface OpenBracket {
  readonly bracket: '(' | '[';
  readonly call?: OpenCall;
}

interface OpenCall {
  readonly name: string;
  readonly firstToken: number;
  readonly signature: MlSignature | undefined;
  readonly arguments: Argument[];
  /** Index of the token with which the argument begins that is being read. */
  argumentStart: number;
}

/**
 * The ML calls in a statement, in the order in which they begin; not those in its body. Takes one pass, however deep
 * they nest.
 */
export function extractCalls(statement: Statement, dialect: SqlDialect, resolve: ResolveFunction): readonly MlCall[] {
  const { tokens } = statement;
  const calls: MlCall[] = [];
  const open: OpenBracket[] = [];

  const endArgument = (call: OpenCall, index: number) => {
    call.arguments.push(argumentOf(call, tokens, index, dialect));
    call.argumentStart = index + 1;
  };
  const close = (bracket: OpenBracket | undefined, index: number) => {
    const call = bracket?.call;
    if (call === undefined) return;
    if (call.arguments.length > 0 || index > call.argumentStart) endArgument(call, index);
    calls.push(callOf(call, statement, index));
  };

  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'symbol') continue;
    const innermost = open.at(-1);
    if (token.text === '(') {
      const call = callAt(tokens, index, resolve);
      open.push(call === undefined ? { bracket: '(' } : { bracket: '(', call });
    } else if (token.text === '[') {
      open.push({ bracket: '[' });
    } else if (token.text === ']') {
      if (innermost?.bracket === '[') open.pop();
    } else if (token.text === ')') {
      while (open.at(-1)?.bracket === '[') open.pop();
      close(open.pop(), index);
    } else if (token.text === ',') {
      if (innermost?.call !== undefined) endArgument(innermost.call, index);
    } else if (token.text === ';') {
      while (open.length > 0) close(open.pop(), index);
    }
  }
  while (open.length > 0) close(open.pop(), tokens.length);
  return calls.sort((a, b) => a.range.start - b.range.start);
}

/** The call whose opening bracket is the token at `index`, when it is one of an ML function. */
function callAt(tokens: readonly Token[], index: number, resolve: ResolveFunction): OpenCall | undefined {
  const called = calledAt(tokens, index);
  const resolved = called && resolve(called.name);
  return resolved && { ...called, signature: resolved.signature, arguments: [], argumentStart: index + 1 };
}

/** The name that is called where the token at `index` opens a bracket, and its first token; undefined for other brackets. */
export function calledAt(
  tokens: readonly Token[],
  index: number,
): { readonly name: string; readonly firstToken: number } | undefined {
  let firstToken = index - 1;
  if (!isName(tokens[firstToken])) return undefined;
  while (isSymbol(tokens[firstToken - 1], '.') && isName(tokens[firstToken - 2])) firstToken -= 2;
  if (!canCall(tokens, firstToken)) return undefined;
  const parts = tokens.slice(firstToken, index).filter(isName);
  return { name: parts.map((part) => part.text).join('.'), firstToken };
}

const beforeRelation = ['table', 'into', 'exists', 'references', 'view', 'copy', 'only', 'analyze', 'vacuum'];
const beforeRoutine = ['function', 'procedure', 'routine', 'aggregate'];

/** Whether a name with a bracket behind it is a call there, and not the name of a table or of a routine. */
function canCall(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (isWord(before, ...beforeRelation, ...beforeRoutine)) return false;
  const [first, second, third] = tokens;
  if (isWord(first, 'grant', 'revoke', 'drop')) return false;
  const createsIndex =
    isWord(first, 'create') && (isWord(second, 'index') || (isWord(second, 'unique') && isWord(third, 'index')));
  return !(createsIndex && isWord(before, 'on'));
}

function argumentOf(call: OpenCall, tokens: readonly Token[], end: number, dialect: SqlDialect): Argument {
  const argument = classifyArgument(tokens, call.argumentStart, end, dialect);
  return { ...argument, parameter: parameterFor(call, argument.name?.text) };
}

function parameterFor(call: OpenCall, name: string | undefined): Argument['parameter'] {
  const parameters = call.signature?.parameters ?? [];
  if (name !== undefined) return parameters.find((parameter) => parameter.name === name);
  const last = parameters.at(-1);
  return parameters[call.arguments.length] ?? (last?.variadic ? last : undefined);
}

function callOf(call: OpenCall, statement: Statement, end: number): MlCall {
  const { tokens } = statement;
  const closing = tokens[end];
  const closed = isSymbol(closing, ')');
  const nameStart = tokens[call.firstToken]?.start ?? 0;
  // Every token between the name and its opening bracket belongs to the name.
  let nameEnd = call.firstToken;
  while (!isSymbol(tokens[nameEnd + 1], '(')) nameEnd++;
  return {
    name: call.name,
    nameRange: { start: nameStart, end: tokens[nameEnd]?.end ?? nameStart },
    range: { start: nameStart, end: (closed ? closing : tokens[end - 1])?.end ?? nameStart },
    closed,
    signature: call.signature,
    arguments: call.arguments,
    statement,
    tokens: { start: call.firstToken, open: nameEnd + 1, end },
    resultType: closed ? resultType(tokens, call.firstToken, end) : undefined,
  };
}

/** The type in `call::type` and `CAST(call AS type)`. */
function resultType(tokens: readonly Token[], first: number, closing: number): string | undefined {
  const sign = tokens[closing + 1];
  const isCast = isSymbol(tokens[first - 1], '(') && isWord(tokens[first - 2], 'cast') && isWord(sign, 'as');
  return isCast || isSymbol(sign, '::') ? typeAt(tokens, closing + 2)?.text : undefined;
}
