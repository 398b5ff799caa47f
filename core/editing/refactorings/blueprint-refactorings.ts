import { parsePath } from '../../design/path.ts';
import type { Blueprint } from '../../design/readers/blueprint.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Range } from '../../text/range.ts';
import type { NameIndex } from '../names/name.ts';
import { addReader } from './add-reader.ts';
import { addSecondary } from './add-secondary.ts';
import { changeInstance } from './change-instance.ts';
import { extractAnchor } from './extract-anchor.ts';
import type { Refactoring, RefactoringKind, RefactoringSource } from './refactoring.ts';
import { sortInstances } from './sort-instances.ts';

/** What finds refactorings, with their kinds. */
const sources: readonly (readonly [readonly RefactoringKind[], RefactoringSource])[] = [
  [['refactor.extract'], extractAnchor],
  [['refactor.rewrite'], changeInstance],
  [['refactor.rewrite'], addReader],
  [['refactor.rewrite'], addSecondary],
  [['refactor.rewrite', 'source.sortMembers'], sortInstances],
];

/** What is known of a blueprint beside its designs; looked at where it is needed. */
export interface KnownOfBlueprint {
  readonly findings: () => readonly Finding[];
  readonly names: () => NameIndex;
}

/** What can be done with what is selected in a blueprint and mends nothing, of the kinds that are wanted. Never throws. */
export function blueprintRefactorings(
  { text, documents }: Blueprint,
  { findings, names }: KnownOfBlueprint,
  range: Range,
  isWanted: (kind: RefactoringKind) => boolean,
): readonly Refactoring[] {
  const document = documents.findLast(({ source }) => source.document.range[0] <= range.start) ?? documents[0];
  if (document === undefined) return [];
  const wrongPaths = () => findings().flatMap(({ severity, path }) => (severity === 'error' ? [parsePath(path)] : []));
  return sources
    .filter(([kinds]) => kinds.some(isWanted))
    .flatMap(([, find]) => find({ text, document, range, names, wrongPaths }))
    .filter(({ kind }) => isWanted(kind));
}
