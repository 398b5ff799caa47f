import { mlFunctions } from '../../facts/ml.ts';
import type { Fix } from '../../rules/finding.ts';
import type { TextEdit } from '../../text/range.ts';
import { isFinished, type MlCall } from '../calls/ml-call.ts';
import { outlineOf, type Query } from '../calls/outline.ts';
import { usesOf } from '../calls/result-use.ts';
import { sourcesOf } from '../calls/sources.ts';
import type { Token } from '../text/token.ts';

/** Calls of one query that are the same, character for character but for blanks and case, and all computed for a row. */
export interface RepeatedCall {
  readonly query: Query;
  readonly calls: readonly MlCall[];
}

const computedClauses = ['select', 'where', 'having', 'set', 'returning'];
/** What gives another value each time, so that two calls are not the same. */
const changing = [
  'random',
  'rand',
  'clock_timestamp',
  'sysdate',
  'nextval',
  'gen_random_uuid',
  'uuid_generate_v4',
  'uuid',
];

/** The calls of a statement that stand there more than once, in order. */
export function repeatedCalls(calls: readonly MlCall[]): readonly RepeatedCall[] {
  if (calls.length === 0) return [];
  const groups = new Map<Query, Map<string, MlCall[]>>();
  for (const call of calls) {
    const { query, clause, cases } = outlineOf(call.statement).placeOf(call.tokens.start);
    const isComputed = clause !== undefined && computedClauses.includes(clause);
    const isConditional = cases.some((part) => part !== 'operand' && part !== 'firstWhen');
    if (query === undefined || !isComputed || isConditional || !isFinished(call) || call.signature === undefined)
      continue;
    const key = keyOf(call);
    if (key === undefined) continue;
    const ofQuery = groups.get(query) ?? new Map<string, MlCall[]>();
    groups.set(query, ofQuery);
    const same = ofQuery.get(key);
    if (same === undefined) ofQuery.set(key, [call]);
    else same.push(call);
  }
  return [...groups].flatMap(([query, byKey]) => [...byKey.values()].map((same) => ({ query, calls: same })));
}

/** Most tokens of a call that is compared: longer ones nest deep, and would be read again for each call around them. */
const longestCall = 200;

function keyOf(call: MlCall): string | undefined {
  if (call.tokens.end - call.tokens.start > longestCall) return undefined;
  const tokens = tokensOf(call);
  const changes = (token: Token) =>
    (token.kind === 'word' && changing.includes(token.text)) || (token.kind === 'placeholder' && token.text === '?');
  return tokens.some(changes) ? undefined : tokens.map((token) => token.text).join(' ');
}

function tokensOf({ statement, tokens }: MlCall): readonly Token[] {
  return statement.tokens.slice(tokens.start, tokens.end + 1);
}

/** Whether the select list of the query in which a call stands has the same call. */
export function isRepeatedInSelect(call: MlCall, calls: readonly MlCall[]): boolean {
  const { query } = outlineOf(call.statement).placeOf(call.tokens.start);
  const key = keyOf(call);
  return calls.some((other) => {
    if (other === call || other.statement !== call.statement) return false;
    const place = outlineOf(other.statement).placeOf(other.tokens.start);
    return place.query === query && place.clause === 'select' && keyOf(other) === key;
  });
}

/**
 * Calls once, in FROM, what a query calls several times. Only where that certainly means the same: in a SELECT with FROM
 * and without groups, for arguments that call nothing themselves.
 */
export function callOnceInFrom(text: string, repeated: RepeatedCall): readonly Fix[] {
  const { query, calls } = repeated;
  const [first] = calls;
  const { statement } = first ?? {};
  if (first === undefined || statement === undefined || query.kind !== 'select') return [];
  const { tokens } = statement;
  const clauses = query.parts.map(({ clause }) => clause);
  const from = query.parts.findLast(({ clause }) => clause === 'from' || clause === 'on');
  const sources = sourcesOf(statement, query);
  const last = from && tokens[from.end - 1];
  const isPlain = !clauses.some((clause) => ['groupBy', 'having', 'window', 'into'].includes(clause));
  const isCalling = first.arguments.some((argument) => argument.value.kind === 'expression');
  if (last === undefined || sources.length === 0 || !isPlain || isCalling) return [];
  const taken = new Set(tokens.map((token) => token.text));
  const alias = ['s', 'said', 'answer'].find((name) => !taken.has(name));
  if (alias === undefined) return [];

  const call = text.slice(first.range.start, first.range.end);
  const edits: TextEdit[] = [
    { range: { start: last.end, end: last.end }, newText: ` CROSS JOIN LATERAL ${call} AS ${alias}` },
  ];
  const result = mlFunctions('postgresql').find(({ name }) => name === first.name)?.returns ?? [];
  for (const one of calls) {
    const [use] = usesOf(one);
    if (use === undefined || (result.length > 1 && use.field === undefined)) return [];
    if (use.inFunction !== undefined && isAggregate(use.inFunction)) return [];
    const range = rangeToReplace(tokens, one, use.field);
    edits.push({ range, newText: `${alias}.${use.field?.text ?? result[0]?.name ?? ''}` });
  }
  return [{ title: `Call it once, in FROM, as ${alias}`, edits }];
}

function isAggregate(name: string): boolean {
  return ['avg', 'sum', 'count', 'min', 'max', 'string_agg', 'array_agg', 'bool_or', 'bool_and'].includes(name);
}

/** The call, with the brackets and the field behind it where one is taken. */
function rangeToReplace(tokens: readonly Token[], call: MlCall, field: Token | undefined) {
  if (field === undefined) return call.range;
  let start = call.tokens.start - 1;
  let end = call.tokens.end + 1;
  while (tokens[end + 1] !== undefined && tokens[end + 1]?.text !== '.') {
    start--;
    end++;
  }
  return { start: tokens[start]?.start ?? call.range.start, end: field.end };
}
