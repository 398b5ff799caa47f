import { fixAll, safeFix } from '@aurora-blueprint/core/rules/fix-all.ts';
import type { ParserOpinions } from '../documents/parser-opinions.ts';
import {
  type CheckedFile,
  type CheckSurroundings,
  checkFile,
  findingsIn,
  type JudgeOptions,
  projectOf,
} from './check-file.ts';
import type { Input } from './input-files.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Writes the safe fixes into the files, and gives what is left, in the order of the inputs. Throws a UsageError for a
 * file that cannot be written; those before it are mended.
 */
export async function fixFiles(
  inputs: readonly Input[],
  options: JudgeOptions,
  opinions: ParserOpinions,
): Promise<readonly CheckedFile[]> {
  // SQL is judged by the designs around it, so that these come first.
  const sqlLast = inputs.toSorted((a, b) => Number(isSql(a)) - Number(isSql(b)));
  const around = { project: projectOf(inputs, options), opinions };
  const checked = new Map<Input, CheckedFile>();
  for (const input of sqlLast) checked.set(input, await fixFile(input, options, around));
  return inputs.flatMap((input) => checked.get(input) ?? []);
}

function isSql({ file }: Input): boolean {
  return /\.sql$/i.test(file);
}

async function fixFile(input: Input, options: JudgeOptions, around: CheckSurroundings): Promise<CheckedFile> {
  const mended = fixAll(input.text, (text) => findingsIn({ ...input, text }, options, around.project), safeFix);
  if (mended.text !== input.text) replaceFile(input.file, input.text, mended.text);
  const checked = await checkFile({ ...input, text: mended.text }, options, around);
  return { ...checked, fixed: mended.fixed.length };
}
