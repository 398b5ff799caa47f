import { describe, expect, type TestContext, test } from 'vitest';
import type { Message } from 'vscode-languageserver-protocol/node';
import { Exercises } from './exercises.ts';
import type { DescribedMethod } from './methods.ts';
import { gapsOf, matrixOf } from './table.ts';

const jsonrpc = '2.0';
const uri = 'file:///a.aurora.yaml';
const textDocument = { uri };

/** What a session shows, which is taken out of what this test shows. */
function shownBy({ task }: TestContext, session: (exercises: Exercises) => void): unknown {
  session(new Exercises());
  const { lsp } = task.meta;
  delete task.meta.lsp;
  return lsp;
}

const ask = (id: number, method: string, params: object): Message => ({ jsonrpc, id, method, params }) as Message;
const answer = (id: number, result: unknown): Message => ({ jsonrpc, id, result }) as Message;

describe('a session shows', () => {
  test('a request that is answered, and the notifications on which the answer rests', (context) => {
    const shown = shownBy(context, (exercises) => {
      exercises.sent({ jsonrpc, method: 'textDocument/didOpen', params: { textDocument } } as Message);
      exercises.sent({
        jsonrpc,
        method: 'textDocument/didOpen',
        params: { textDocument: { uri: 'file:///b.sql' } },
      } as Message);
      exercises.sent(ask(1, 'textDocument/hover', { textDocument }));
      exercises.received(answer(1, { contents: 'a cluster' }));
    });
    expect(shown).toEqual([
      { method: 'textDocument/didOpen', kind: 'blueprint' },
      { method: 'textDocument/hover', kind: 'blueprint' },
    ]);
  });

  test('about the workspace, the kinds of the files that the answer names', (context) => {
    const shown = shownBy(context, (exercises) => {
      exercises.sent(ask(1, 'workspace/symbol', { query: '' }));
      exercises.received(answer(1, [{ location: { uri } }, { location: { uri: 'file:///stack.yaml' } }]));
    });
    expect(shown).toEqual([
      { method: 'workspace/symbol', kind: 'blueprint' },
      { method: 'workspace/symbol', kind: 'cloudformation' },
    ]);
  });

  test.for([
    ['null', null],
    ['an empty list', []],
    ['a report without items', { kind: 'full', items: [] }],
    ['an edit without changes', { changes: {} }],
  ])('nothing by an answer that is %s', ([, result], context) => {
    const shown = shownBy(context, (exercises) => {
      exercises.sent(ask(1, 'textDocument/hover', { textDocument }));
      exercises.received(answer(1, result));
    });
    expect(shown).toBeUndefined();
  });
});

describe('the matrix', () => {
  const hover: DescribedMethod = {
    method: 'textDocument/hover',
    type: 'request',
    from: 'editor',
    use: { blueprint: 'what it is' },
  };
  const test1 = {
    file: '../test/lsp/a.test.ts',
    name: 'says "what"',
    exercises: [{ method: hover.method, kind: 'blueprint' as const }],
  };

  test('leads from what is described to the test that shows it', () => {
    expect(matrixOf([hover], [test1])).toContain(
      `| \`textDocument/hover\` | [what it is](../test/lsp/a.test.ts "says 'what'") | – | – | – |`,
    );
    expect(gapsOf([hover], [test1])).toEqual([]);
  });

  test('lacks a test, or a description', () => {
    expect(gapsOf([hover], [])).toEqual(['textDocument/hover (blueprint) is described, and no test shows it']);
    expect(gapsOf([], [test1])).toEqual([
      'textDocument/hover (blueprint) is shown by “says "what"” (../test/lsp/a.test.ts), and not described',
    ]);
  });
});
