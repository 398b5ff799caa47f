import type { Offer } from './offered.ts';
import { plainOffer } from './offered.ts';
import type { SqlDocument } from './sql-document.ts';
import { wordAt } from './written-literal.ts';

const dialectNames = { postgresql: 'Aurora PostgreSQL', mysql: 'Aurora MySQL' } as const;

/** In a line `-- aurora:` the dialects that it can say. */
export function completeComment({ text }: SqlDocument, offset: number): readonly Offer[] {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  if (!/^[ \t]*(?:--|#)[ \t]*aurora:[ \t]*\w*$/i.test(line)) return [];
  const range = wordAt(text, offset);
  return Object.entries(dialectNames).map(([label, name]) =>
    plainOffer(label, range, { kind: 'value', detail: name, documentation: `The file is written for ${name}.` }),
  );
}
