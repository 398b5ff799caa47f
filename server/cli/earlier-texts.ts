import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { documentKind } from '../documents/document-kind.ts';
import type { GitProblem } from '../providers/git/run-git.ts';
import { UsageError } from './exit-status.ts';
import { type Input, readInput } from './input-files.ts';

/**
 * The inputs with what they said before, as `--against` names it: a file, a folder with files of the same paths, or a
 * revision of git. What was not there before is compared with nothing. `names` are the files and folders of the call.
 * Rejects with a UsageError where that cannot be told.
 */
export async function withEarlierTexts(
  inputs: readonly Input[],
  names: readonly string[],
  against: string,
): Promise<readonly Input[]> {
  const entry = statSync(against, { throwIfNoEntry: false });
  if (entry === undefined) return fromGit(inputs, against);
  if (entry.isDirectory()) return inputs.map((input) => fromFolder(input, names, against));
  const [only, ...others] = inputs;
  if (only === undefined) return [];
  if (others.length > 0) {
    throw new UsageError(
      `${against} is one file, and ${inputs.length} are checked. Name the folder with their earlier texts, or a revision of git.`,
    );
  }
  return [{ ...only, earlier: readInput(against) }];
}

/** An earlier file lies where the file lies: below the folder that was named, or below the working folder. */
function fromFolder(input: Input, names: readonly string[], folder: string): Input {
  const root = names.find((name) => isBelow(input.file, name) && statSync(name).isDirectory()) ?? '.';
  if (!isBelow(input.file, root)) {
    throw new UsageError(
      `${input.file} lies outside of the working folder, so that its earlier text in ${folder} cannot be found. Run the command in a folder above it.`,
    );
  }
  const earlier = join(folder, relative(root, input.file));
  return existsSync(earlier) ? { ...input, earlier: readInput(earlier) } : input;
}

function isBelow(file: string, folder: string): boolean {
  if (!existsSync(folder)) return false;
  const way = relative(resolve(folder), resolve(file));
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function fromGit(inputs: readonly Input[], revision: string): Promise<readonly Input[]> {
  const [{ textsAt }, { GitProblem }] = await Promise.all([
    import('../providers/git/text-at.ts'),
    import('../providers/git/run-git.ts'),
  ]);
  const compared = inputs.filter(({ file, text }) => /^(blueprint|cloudformation)$/.test(documentKind(file, '', text)));
  try {
    const files = compared.map(({ file }) => resolve(file));
    const texts = await textsAt(files, revision);
    return inputs.map((input) => {
      const earlier = texts.get(resolve(input.file));
      return earlier === undefined ? input : { ...input, earlier };
    });
  } catch (error) {
    if (!(error instanceof GitProblem)) throw error;
    throw new UsageError(`--against ${revision}: ${error.message} ${adviceOn(error, revision)}`);
  }
}

function adviceOn({ reason }: GitProblem, revision: string): string {
  if (reason === 'no revision') {
    return `There is no file or folder ${revision} either. In a shallow clone a revision has to be fetched first.`;
  }
  return 'Name a file or a folder with the earlier text instead.';
}
