import type { SqlAnalysis } from '../../sql/analyze.ts';
import { literalText, type MlCall } from '../../sql/calls/ml-call.ts';
import { shiftRange } from '../../sql/shift-finding.ts';
import type { StatementAnalysis } from '../../sql/statement-analysis.ts';
import { nameAt } from '../../sql/text/brackets.ts';
import { isWord } from '../../sql/text/token.ts';
import type { Range } from '../../text/range.ts';
import type { OutlineSymbol } from '../outline-symbol.ts';

/** Longest name of a statement in the outline, in UTF-16 units. */
const longestName = 60;

/** The outline of SQL: what statements create, and those that call ML functions, each with its calls. */
export function sqlSymbols({ statements }: SqlAnalysis): readonly OutlineSymbol[] {
  return statements.flatMap((statement) => symbolOf(statement) ?? []);
}

function symbolOf(statement: StatementAnalysis): OutlineSymbol | undefined {
  const { offset, text, calls } = statement;
  const known = calls.filter(({ signature }) => signature !== undefined);
  const made = createdBy(statement);
  if (made === undefined && known.length === 0) return undefined;
  const { name, detail, kind, nameRange } = made ?? statementSymbol(statement);
  return {
    name,
    detail,
    kind,
    range: { start: offset, end: offset + text.length },
    selectionRange: shiftRange(nameRange, offset),
    children: known.map((call) => callSymbol(call, offset)),
  };
}

interface Created extends Pick<OutlineSymbol, 'name' | 'detail' | 'kind'> {
  readonly nameRange: Range;
}

function createdBy({ declared, statement }: StatementAnalysis): Created | undefined {
  for (const one of declared) {
    if (one.kind === 'aliasFunction') {
      const { signature, nameRange, alias, target } = one;
      const detail = `${alias.service}${target === undefined ? '' : ` ${target.name}`}`;
      return { name: signature.name, detail, kind: 'function', nameRange };
    }
    if (one.kind === 'routine') {
      const { name, nameRange, isProcedure, language } = one;
      return { name, detail: language ?? '', kind: isProcedure ? 'procedure' : 'function', nameRange };
    }
    if (one.kind === 'table' && one.isCreated) {
      return { name: one.name, detail: 'table', kind: 'table', nameRange: one.nameRange };
    }
  }
  return viewOf(statement);
}

/** `CREATE VIEW`, with whatever MySQL and PostgreSQL let stand between the two words. */
function viewOf({ tokens }: StatementAnalysis['statement']): Created | undefined {
  const keyword = tokens.slice(0, 16).findIndex((token) => isWord(token, 'view'));
  if (!isWord(tokens[0], 'create') || keyword < 0) return undefined;
  const isConditional = isWord(tokens[keyword + 1], 'if');
  const name = nameAt(tokens, keyword + (isConditional ? 4 : 1));
  const isMaterialized = isWord(tokens[keyword - 1], 'materialized');
  const detail = isMaterialized ? 'materialized view' : 'view';
  return name && { name: name.name, detail, kind: 'view', nameRange: name.range };
}

/** A statement by how it begins. */
function statementSymbol({ text, statement }: StatementAnalysis): Created {
  const line = text.slice(0, longestName * 4).replace(/\s+/g, ' ');
  const name = line.length > longestName ? `${line.slice(0, longestName - 1).trimEnd()}…` : line;
  const [first] = statement.tokens;
  return {
    name,
    detail: '',
    kind: 'statement',
    nameRange: { start: first?.start ?? 0, end: first?.end ?? text.length },
  };
}

function callSymbol(call: MlCall, offset: number): OutlineSymbol {
  const range = shiftRange(call.range, offset);
  const selectionRange = shiftRange(call.nameRange, offset);
  return { name: call.name, detail: callDetail(call), kind: 'call', range, selectionRange, children: [] };
}

/** The endpoint, the model or the language of a call. */
function callDetail({ arguments: written, signature }: MlCall): string {
  const role = ['endpoint', 'model', 'language'];
  const argument = written.find(({ parameter }) => parameter !== undefined && role.includes(parameter.role));
  return (argument && literalText(argument)?.value) ?? signature?.target ?? '';
}
