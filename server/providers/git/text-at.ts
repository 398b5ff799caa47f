import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { GitProblem, runGit } from './run-git.ts';

/**
 * The id of the commit that a revision names in the repository of a folder. Rejects with a GitProblem when there is
 * none.
 */
export async function commitAt(folder: string, revision: string): Promise<string> {
  // What begins with a dash is an option to git, and no revision.
  const answer = revision.startsWith('-')
    ? ({ ok: false, status: 1, message: '' } as const)
    : await runGit(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  if (answer.ok) return answer.output.trim();
  if (answer.status === 1) {
    throw new GitProblem('no revision', `There is no revision ${revision} in the git repository of ${folder}.`);
  }
  if (!answer.message.includes('not a git repository')) throw new GitProblem('unreadable', answer.message);
  throw new GitProblem('no repository', `${folder} lies in no git repository.`);
}

/**
 * The text of a file as a commit of its repository has it; undefined when the file is not in it. Rejects with a
 * GitProblem when git cannot tell.
 */
export async function textAt(file: string, commit: string): Promise<string | undefined> {
  const answer = await runGit(dirname(file), ['cat-file', 'blob', `${commit}:./${basename(file)}`]);
  if (answer.ok) return answer.output;
  if (/does not exist in|exists on disk, but not in/.test(answer.message)) return undefined;
  throw new GitProblem('unreadable', answer.message);
}

/**
 * The texts of files as a revision of their repositories has them, without those that it does not have. Rejects with a
 * GitProblem when there is no such revision, or git cannot tell.
 */
export async function textsAt(files: readonly string[], revision: string): Promise<ReadonlyMap<string, string>> {
  const commits = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const file of files) {
    const place = await trueFile(file);
    const folder = dirname(place);
    const commit = commits.get(folder) ?? (await commitAt(folder, revision));
    commits.set(folder, commit);
    const text = await textAt(place, commit);
    if (text !== undefined) texts.set(file, text);
  }
  return texts;
}

/** Where a file lies behind symbolic links: there its repository is. */
export async function trueFile(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    // A file that was never saved: its folder is in a repository all the same. Without the folder git says so.
    const folder = await realpath(dirname(file)).catch(() => dirname(file));
    return join(folder, basename(file));
  }
}
