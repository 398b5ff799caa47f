import { parsePath } from '../../design/path.ts';
import type { Template } from '../../design/readers/template.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Range } from '../../text/range.ts';
import { addTemplateReader } from './add-template-reader.ts';
import type { Refactoring, RefactoringKind } from './refactoring.ts';

/** What can be done with what is selected in a template and mends nothing, as `blueprintRefactorings`. Never throws. */
export function templateRefactorings(
  template: Template,
  findings: () => readonly Finding[],
  range: Range,
  isWanted: (kind: RefactoringKind) => boolean,
): readonly Refactoring[] {
  if (!isWanted('refactor.rewrite')) return [];
  const wrongResources = () => {
    const errors = findings().filter(({ severity }) => severity === 'error');
    return new Set(errors.map(({ path }) => String(parsePath(path)[1])));
  };
  return addTemplateReader({ template, range, wrongResources });
}
