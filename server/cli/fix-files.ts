import { fixAll, safeFix } from '@aurora-blueprint/core/rules/fix-all.ts';
import { DesignFiles } from '../documents/design-files.ts';
import { documentKind } from '../documents/document-kind.ts';
import { type CheckedFile, checkFile, type JudgeOptions } from './check-file.ts';
import type { Input } from './input-files.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Writes the safe fixes into the files, and gives what is left, in the order of the inputs. Throws a UsageError for a
 * file that cannot be written; those before it are mended.
 */
export function fixFiles(inputs: readonly Input[], options: JudgeOptions): readonly CheckedFile[] {
  // SQL is judged by the designs around it, so that these come first.
  const sqlLast = inputs.toSorted((a, b) => Number(isSql(a)) - Number(isSql(b)));
  const designs = new DesignFiles();
  const checked = new Map(sqlLast.map((input) => [input, fixFile(input, options, designs)]));
  return inputs.flatMap((input) => checked.get(input) ?? []);
}

function isSql({ file }: Input): boolean {
  return /\.sql$/i.test(file);
}

function fixFile(input: Input, options: JudgeOptions, designs: DesignFiles): CheckedFile {
  const { file, text } = input;
  const mended = fixAll(
    text,
    (candidate) => checkFile({ ...input, text: candidate }, options, designs).findings,
    safeFix,
  );
  if (mended.text !== text) replaceFile(file, text, mended.text);
  return {
    file,
    kind: documentKind(file, '', text),
    text: mended.text,
    findings: mended.findings,
    fixed: mended.fixed.length,
  };
}
