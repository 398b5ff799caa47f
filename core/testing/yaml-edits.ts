import fc from 'fast-check';

/** Pieces of which YAML is made, so that random edits go where it hurts. */
const piece = fc.oneof(
  fc.constantFrom(
    ...'-?:,[]{}#&*!|>\'"%@` \t\n\r',
    '\r\n',
    '  ',
    '- ',
    ': ',
    '<<: ',
    '---\n',
    '\ufeff',
    'é',
    '🐘',
    '&a ',
    '*a',
  ),
  fc.constantFrom('aurora', 'primary', 'region', 'instances', 'id', 'us-east-1', '0', '1e999', 'null', 'true', 'x-a'),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

/** Texts that look like YAML and mostly are none. */
export const yamlSoup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

/** What somebody does to a text: something is torn out, and something put in. */
export interface Tear {
  readonly at: number;
  readonly length: number;
  readonly added: string;
}

/** Tears anywhere in a text; `added` are texts that may be put in. */
export function tears(added: fc.Arbitrary<string> = yamlSoup): fc.Arbitrary<Tear> {
  return fc.record({ at: fc.nat(), length: fc.nat(30), added });
}

export function tear(text: string, { at, length, added }: Tear): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + added + text.slice(start + length);
}
