import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { checkEdit, saidOfEdit } from '../testing/edits.ts';
import { exampleBlueprints } from '../testing/examples.ts';
import { asJson, instance, template } from '../testing/template-texts.ts';
import { changeRulePages } from './change-rule-pages.ts';

/** Lines of Properties. */
const lines = (...properties: readonly string[]) => properties.map((property) => `      ${property}\n`).join('');

describe('the same text says nothing', () => {
  const parameters = `Parameters:
  Name: { Type: String, Default: "" }
  Key: { Type: String, Default: " " }
  Zone: { Type: AWS::SSM::Parameter::Value<String>, Default: /zone }
  Zones: { Type: CommaDelimitedList, Default: "us-east-1a,us-east-1b" }
  Snapshot: { Type: String }
`;
  const texts = [
    template(
      lines(
        'DatabaseName: !Ref Name',
        'KmsKeyId: !Ref Key',
        'AvailabilityZones: !Ref Zones',
        'SnapshotIdentifier: !Ref Snapshot',
        'DBClusterIdentifier: !Join ["-", [a, !Ref AWS::StackName]]',
      ),
      { sections: parameters, resources: instance('A', lines('AvailabilityZone: !Ref Zone')) },
    ),
    ...Object.values(changeRulePages).flatMap(({ earlier, good }) => [earlier, good]),
    ...exampleBlueprints.map(([, text]) => text),
    template(
      lines(
        'KmsKeyId: !If [HasKey, !Ref Key, !Ref AWS::NoValue]',
        'DBSubnetGroupName: !ImportValue net',
        'SnapshotIdentifier: !Join ["-", [!Ref Key, x]]',
      ),
      {
        sections:
          'Parameters: { Key: { Type: String, Default: "" } }\nConditions: { HasKey: !Not [!Equals [!Ref Key, ""]] }\n',
        resources: instance('A', lines('AvailabilityZone: !Select [0, !GetAZs ""]'), 'HasKey'),
      },
    ),
  ];

  test('as it is, with comments, and in JSON', () => {
    for (const text of texts) {
      expect(saidOfEdit(text, text)).toEqual([]);
      expect(
        saidOfEdit(
          text,
          text.replace(/\n/g, () => ' # new\n'),
        ),
      ).toEqual([]);
      expect(saidOfEdit(text.replaceAll('\n', '\r\n'), text)).toEqual([]);
      if (isBlueprint(text)) continue;
      expect(saidOfEdit(text, asJson(text))).toEqual([]);
      expect(saidOfEdit(asJson(text), text)).toEqual([]);
    }
  });

  test('with another parameter and another mapping', () => {
    for (const text of texts.filter((one) => !isBlueprint(one))) {
      const document = parseDocument(text, { logLevel: 'silent' });
      document.setIn(['Parameters', 'Unused'], { Type: 'String', Default: 'x' });
      document.setIn(['Mappings', 'Unused'], { a: { b: 'c' } });
      expect(saidOfEdit(text, document.toString())).toEqual([]);
      expect(saidOfEdit(document.toString(), text)).toEqual([]);
    }
  });

  test('with its keys in whatever order', () => {
    const shuffled = fc.record({
      text: fc.constantFrom(...texts.filter((text) => !isBlueprint(text))),
      seed: fc.array(fc.nat(), { minLength: 1 }),
    });
    fc.assert(
      fc.property(shuffled, ({ text, seed }) => {
        const document = parseDocument(text, { logLevel: 'silent' });
        const resources: unknown = document.get('Resources');
        if (!isItems(resources)) throw new Error('The template has resources.');
        for (const { value } of resources.items) {
          const properties: unknown = value.get('Properties');
          if (isItems(properties)) properties.items.sort((a, b) => rank(seed, a) - rank(seed, b));
        }
        expect(saidOfEdit(text, document.toString())).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('whatever the text, none of the rules fails', () => {
    const parts = fc.constantFrom(...texts, 'Resources:', '!Ref', '\n', '  ', ': ', '[', 'KmsKeyId', '{}');
    const soup = fc.array(parts, { maxLength: 6 }).map((words) => words.join(''));
    fc.assert(
      fc.property(soup, fc.constantFrom(...texts), (text, other) => {
        for (const [earlier, later] of [
          [text, other],
          [other, text],
        ] as const) {
          expect(checkEdit(earlier, later).map(({ rule }) => rule)).not.toContain('AUR000');
        }
      }),
      { numRuns: 60 },
    );
  });
});

function isBlueprint(text: string): boolean {
  return /^aurora:/m.test(text);
}

interface Items {
  readonly items: { readonly key: unknown; readonly value: { get(key: string): unknown } }[];
}

function isItems(node: unknown): node is Items {
  return typeof node === 'object' && node !== null && 'items' in node;
}

/** A place for an item that depends on the seed alone. */
function rank(seed: readonly number[], { key }: { readonly key: unknown }): number {
  return [...String(key)].reduce(
    (sum, letter, index) => (sum * 31 + letter.charCodeAt(0) * (seed[index % seed.length] ?? 1)) % 9973,
    7,
  );
}
