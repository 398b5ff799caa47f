import { mlFunctionByName } from '../../facts/ml.ts';
import type { Range } from '../../text/range.ts';
import { factAsMarkdown } from '../markdown.ts';
import { activeParameter, type Callable, callableNamed } from './callable.ts';
import { callableText } from './callable-text.ts';
import { openCalls } from './open-call.ts';
import { parameterAsMarkdown } from './parameter-documentation.ts';
import { sqlCursorAt } from './sql-cursor.ts';
import type { SqlDocument } from './sql-document.ts';
import { standsFor } from './stands-for.ts';

/** The signature of what is being called at a cursor. */
export interface SignatureHelp {
  readonly label: string;
  /** Markdown; undefined where there is nothing to say beside the signature. */
  readonly documentation: string | undefined;
  readonly parameters: readonly {
    /** Where it stands in the label. */
    readonly range: Range;
    readonly documentation: string | undefined;
  }[];
  /** Index of the parameter that is being written; undefined where the signature has none for it. */
  readonly active: number | undefined;
}

/** The innermost call around the cursor of which the parameters are known, however much of it stands there. */
export function signatureHelp(document: SqlDocument, offset: number): SignatureHelp | undefined {
  const cursor = sqlCursorAt(document, offset);
  if (cursor.isInComment) return undefined;
  for (const call of openCalls(cursor.tokens, document.dialect)) {
    const callable = callableNamed(document, call.name);
    if (callable === undefined) continue;
    const { text: label, parameters } = callableText(callable);
    const active = activeParameter(callable, call);
    return {
      label,
      documentation: documentationOf(callable, document),
      parameters: callable.parameters.map((parameter, index) => ({
        range: parameters[index] ?? { start: 0, end: 0 },
        documentation: parameterAsMarkdown(callable, parameter, document),
      })),
      active: active < 0 ? undefined : active,
    };
  }
  return undefined;
}

function documentationOf({ name }: Callable, document: SqlDocument): string | undefined {
  const entry = mlFunctionByName(document.dialect, name);
  return entry === undefined ? standsFor(document, name) : factAsMarkdown(entry);
}
