import type { Range } from '../../text/range.ts';
import { decodeString } from '../text/literal.ts';
import type { Statement } from '../text/statement.ts';
import { isName, isWord, type Token } from '../text/token.ts';

/** An extension of PostgreSQL that a statement creates or updates. */
export interface Extension {
  readonly kind: 'extension';
  readonly name: string;
  readonly nameRange: Range;
  readonly action: 'create' | 'update';
  /** The version it is to have; undefined where the newest one is taken. */
  readonly version: { readonly text: string; readonly range: Range } | undefined;
  /** Whether the extensions it needs are created with it. */
  readonly cascades: boolean;
}

/** The extension that CREATE EXTENSION or ALTER EXTENSION … UPDATE is about. */
export function extensionOf({ tokens }: Statement): Extension | undefined {
  if (!isWord(tokens[1], 'extension')) return undefined;
  const action = isWord(tokens[0], 'create') ? 'create' : isWord(tokens[0], 'alter') ? 'update' : undefined;
  const name = tokens[isWord(tokens[2], 'if') ? 5 : 2];
  if (action === undefined || !isName(name)) return undefined;
  if (action === 'update' && !tokens.some((token) => isWord(token, 'update'))) return undefined;
  const version = tokens.find((_, index) => index > 2 && isWord(tokens[index - 1], 'version', 'to'));
  return {
    kind: 'extension',
    name: name.text,
    nameRange: { start: name.start, end: name.end },
    action,
    version: version && { text: versionText(version), range: { start: version.start, end: version.end } },
    cascades: tokens.some((token) => isWord(token, 'cascade')),
  };
}

function versionText(token: Token): string {
  return token.kind === 'string' ? decodeString(token, 'postgresql') : token.text;
}
