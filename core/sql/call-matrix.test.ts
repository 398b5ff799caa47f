import { describe, expect, test } from 'vitest';
import { analyzeSql } from './analyze.ts';
import { type CallContext, callContexts } from './testing/call-contexts.ts';
import { type CalledFunction, type CallForm, calledFunctions, rightForms, wrongForms } from './testing/call-forms.ts';

/** The rules that speak on a text, each with the characters it speaks of. */
function said(text: string, { dialect }: CallContext): string[] {
  return analyzeSql(text, { dialect }).findings.map(
    ({ rule, range }) => `${rule} ${text.slice(range.start, range.end)}`,
  );
}

/** The call in its place, and what the rules say of the call itself. */
function written(of: CalledFunction, form: CallForm, context: CallContext) {
  const marked = of.madeBy + context.write(form.sql);
  const wrong = /«(.*)»/s.exec(form.sql)?.[1];
  return { text: marked.replace(/[«»]/g, ''), expected: wrong === undefined ? [] : [`${form.rule} ${wrong}`] };
}

function contextsOf(of: CalledFunction): readonly CallContext[] {
  return callContexts.filter(({ dialect, needsFields }) => {
    return dialect === of.dialect && (needsFields !== true || of.returns.length > 1);
  });
}

describe.each(calledFunctions)('$dialect $name', (of) => {
  test.each(contextsOf(of))('$name: right calls are silent', (context) => {
    const expected = context.says?.(of) ?? [];
    for (const form of rightForms(of)) {
      const { text } = written(of, form, context);
      expect(
        said(text, context).map((one) => one.split(' ')[0]),
        `${form.name}\n${text}`,
      ).toEqual(expected);
    }
  });

  test.each(contextsOf(of))('$name: wrong calls are said at their place', (context) => {
    for (const form of wrongForms(of)) {
      const { text, expected } = written(of, form, context);
      expect(said(text, context), `${form.name}\n${text}`).toEqual(expect.arrayContaining(expected));
    }
  });
});

test('the page of the matrix is as the tests are', async () => {
  await expect(matrixPage()).toMatchFileSnapshot('../../docs/ml-sql-matrix.md');
});

function matrixPage(): string {
  return [
    '# Calls of Aurora machine learning that are tried',
    '',
    'Written by `npx vitest run core/sql/call-matrix -u`. Every function is called in every form at every place: right ones',
    'are silent but for what the place itself is told, and wrong ones are said at the exact characters.',
    '',
    ...calledFunctions.flatMap((of) => [
      `## \`${of.name}\``,
      '',
      `Right: ${rightForms(of)
        .map(({ name }) => name)
        .join('; ')}.`,
      '',
      `Wrong: ${wrongForms(of)
        .map(({ name, rule }) => `${name} (${rule})`)
        .join('; ')}.`,
      '',
      '| place | right calls | wrong calls | said of the place |',
      '|---|---|---|---|',
      ...contextsOf(of).map((context) => {
        const says = context.says?.(of) ?? [];
        return `| ${context.name} | ${rightForms(of).length} silent | ${wrongForms(of).length} said | ${says.join(', ') || '–'} |`;
      }),
      '',
    ]),
  ].join('\n');
}
