import type { Path } from '../../design/path.ts';
import type { BlueprintDocument } from '../../design/readers/blueprint.ts';
import type { Range, TextEdit } from '../../text/range.ts';
import type { NameIndex } from '../names/name.ts';

/** Kinds of code actions of the Language Server Protocol, as far as there are refactorings of that kind. */
export type RefactoringKind = 'refactor.extract' | 'refactor.rewrite' | 'source.sortMembers';

/** A change that a person may choose, which mends nothing. */
export interface Refactoring {
  /** What it does, in a few words; no two for one selection say the same. */
  readonly title: string;
  readonly kind: RefactoringKind;
  /** Plans the edits: asked for once a person has chosen it. */
  readonly edits: () => readonly TextEdit[];
}

/** What a person has selected in a blueprint: a cursor is an empty range. */
export interface BlueprintSelection {
  readonly text: string;
  /** The document in which the selection begins. */
  readonly document: BlueprintDocument;
  readonly range: Range;
  /** Every name of the text. */
  readonly names: () => NameIndex;
  /** Paths at which the design has an error: what is wrong is not copied. */
  readonly wrongPaths: () => readonly Path[];
}

/** Finds the refactorings of one kind for what is selected; looks only at what it needs to know whether they can be done. */
export type RefactoringSource = (selection: BlueprintSelection) => readonly Refactoring[];
