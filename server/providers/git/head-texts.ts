import { dirname } from 'node:path';
import { GitProblem, runGit } from './run-git.ts';
import { commitAt, textAt, trueFile } from './text-at.ts';
import { watchHead } from './watch-head.ts';

/** A repository with the files of it that are asked about. */
interface Repository {
  /** Where git keeps what it knows; each worktree has one of its own. */
  readonly gitFolder: string;
  /** Files by the name under which they are asked about; undefined is what the commit does not have. */
  readonly texts: Map<string, string | undefined>;
  readonly stopWatching: () => void;
  /** The commit that HEAD named when it was last asked; undefined before the first commit. */
  commit: string | undefined;
  /** Ends when all that was asked of it is answered. */
  last: Promise<void>;
}

/**
 * The texts of files as the commit has them that HEAD of their repository names. They are kept until HEAD moves; what
 * moves it is watched, and asked again when a file is saved.
 */
export class HeadTexts {
  readonly #onNews: (file: string) => void;
  readonly #repositories = new Map<string, Repository>();
  readonly #repositoryOf = new Map<string, Promise<Repository | undefined>>();

  /** `onNews` is called with a file when another text of it is known than before. */
  constructor(onNews: (file: string) => void) {
    this.#onNews = onNews;
  }

  /** The text as far as it is known by now; what is asked for the first time becomes known later. */
  text(file: string): string | undefined {
    if (!this.#repositoryOf.has(file)) this.#repositoryOf.set(file, this.#begin(file));
    for (const { texts } of this.#repositories.values()) {
      const text = texts.get(file);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  /** Asks whether HEAD has moved: for file systems that cannot be watched. */
  async saved(file: string): Promise<void> {
    const repository = await this.#repositoryOf.get(file);
    if (repository === undefined) this.#repositoryOf.delete(file);
    else this.#askAgain(repository);
  }

  /** Forgets a file that is closed. */
  async closed(file: string): Promise<void> {
    const repository = await this.#repositoryOf.get(file);
    this.#repositoryOf.delete(file);
    repository?.texts.delete(file);
  }

  /** Ends all watching, when what was asked is answered. */
  async close(): Promise<void> {
    for (const { stopWatching } of this.#repositories.values()) stopWatching();
    await Promise.all([...this.#repositories.values()].map(({ last }) => last));
  }

  /** Finds the repository of a file and asks for its text; undefined when it lies in none. */
  async #begin(file: string): Promise<Repository | undefined> {
    const folder = dirname(await trueFile(file));
    const answer = await unlessProblem(runGit(folder, ['rev-parse', '--absolute-git-dir']));
    if (answer?.ok !== true) return undefined;
    const repository = this.#repositoryAt(answer.output.trimEnd());
    await this.#inTurn(repository, () => this.#read(repository, file));
    return repository;
  }

  #repositoryAt(gitFolder: string): Repository {
    const known = this.#repositories.get(gitFolder);
    if (known !== undefined) return known;
    const stopWatching = watchHead(gitFolder, () => this.#askAgain(repository));
    const repository: Repository = {
      gitFolder,
      texts: new Map(),
      stopWatching,
      commit: undefined,
      last: Promise.resolve(),
    };
    this.#repositories.set(gitFolder, repository);
    this.#askAgain(repository);
    return repository;
  }

  /** One question after the other, so that an old answer never takes the place of a newer one. */
  #inTurn(repository: Repository, ask: () => Promise<void>): Promise<void> {
    const answered = repository.last.then(ask);
    repository.last = answered.catch(() => undefined);
    return answered;
  }

  #askAgain(repository: Repository): void {
    void this.#inTurn(repository, async () => {
      // Asked in git's own folder: that of a file may be gone in another commit.
      const commit = await unlessProblem(commitAt(repository.gitFolder, 'HEAD'));
      if (commit === repository.commit) return;
      repository.commit = commit;
      for (const file of repository.texts.keys()) await this.#read(repository, file);
    });
  }

  async #read({ texts, commit }: Repository, file: string): Promise<void> {
    const text = commit === undefined ? undefined : await unlessProblem(textAt(await trueFile(file), commit));
    const isNews = texts.get(file) !== text;
    texts.set(file, text);
    if (isNews) this.#onNews(file);
  }
}

/** Where git has no answer there is nothing to compare with, and nobody to tell: nobody asked for a comparison. */
async function unlessProblem<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof GitProblem) return undefined;
    throw error;
  }
}
