import { analyzeSql } from '@aurora-blueprint/core/sql/analyze.ts';
import { checkSyntax } from '@aurora-blueprint/core/sql/syntax/check-syntax.ts';
import { callContexts } from '@aurora-blueprint/core/sql/testing/call-contexts.ts';
import { calledFunctions, rightForms } from '@aurora-blueprint/core/sql/testing/call-forms.ts';
import { loadModule } from 'libpg-query';
import { beforeAll, describe, expect, test } from 'vitest';
import { opinionOn } from './opinion-on.ts';

beforeAll(() => loadModule());

describe.each(calledFunctions)('$dialect $name', (of) => {
  const { dialect } = of;
  const contexts = callContexts.filter(
    (context) => context.dialect === dialect && (context.needsFields !== true || of.returns.length > 1),
  );

  test.each(contexts)('$name: right calls have no syntax error', (context) => {
    for (const form of rightForms(of)) {
      const text = (of.madeBy + context.write(form.sql)).replace(/[«»]/g, '');
      // psql puts nothing into a quoted body.
      if (context.name === 'function in sql' && /[(\s]:['\w]/.test(form.sql)) continue;
      const { questions, findings } = checkSyntax(analyzeSql(text, { dialect }));
      const said = findings((question) => {
        const opinion = dialect === 'postgresql' ? opinionOn(question) : undefined;
        return opinion !== undefined && 'ok' in opinion && !opinion.ok ? opinion : undefined;
      });
      expect(said, text).toEqual([]);
      if (dialect === 'postgresql') expect(questions.length, text).toBeGreaterThan(0);
    }
  });
});
