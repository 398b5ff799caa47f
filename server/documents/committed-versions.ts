import { fileURLToPath } from 'node:url';
import { type Blueprint, readBlueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import { readTemplate, type Template } from '@aurora-blueprint/core/design/readers/template.ts';
import type { HeadTexts } from '../providers/git/head-texts.ts';

/** What a file said, read once. */
interface Version {
  readonly text: string;
  blueprint?: Blueprint;
  template?: Template | undefined;
}

export interface CommittedVersionsOptions {
  /** Whether git may be asked: in a trusted workspace, when the person did not switch it off. */
  readonly mayAsk: () => boolean;
  /** Called with the uri of a document of which another version is known than before. */
  readonly onNews: (uri: string) => void;
}

/** What documents said in the commit that git HEAD names. Nobody waits for it: it counts from when it is known. */
export class CommittedVersions {
  readonly #options: CommittedVersionsOptions;
  readonly #uris = new Map<string, string>();
  readonly #versions = new Map<string, Version>();
  #head: Promise<HeadTexts> | undefined;
  #loaded: HeadTexts | undefined;

  constructor(options: CommittedVersionsOptions) {
    this.#options = options;
  }

  blueprint(uri: string): Blueprint | undefined {
    const version = this.#version(uri);
    if (version !== undefined) version.blueprint ??= readBlueprint(version.text);
    return version?.blueprint;
  }

  template(uri: string): Template | undefined {
    const version = this.#version(uri);
    if (version !== undefined && !('template' in version)) version.template = readTemplate(version.text);
    return version?.template;
  }

  /** A document was saved: a good moment to ask whether there is a new commit. */
  saved(uri: string): void {
    if (uri.startsWith('file:')) void this.#loaded?.saved(fileURLToPath(uri));
  }

  closed(uri: string): void {
    this.#versions.delete(uri);
    if (uri.startsWith('file:')) void this.#loaded?.closed(fileURLToPath(uri));
  }

  async close(): Promise<void> {
    await (await this.#head)?.close();
  }

  #version(uri: string): Version | undefined {
    if (!uri.startsWith('file:') || !this.#options.mayAsk()) return undefined;
    const file = fileURLToPath(uri);
    this.#uris.set(file, uri);
    const text = this.#loaded?.text(file);
    if (this.#loaded === undefined) void this.#load(file);
    if (text === undefined) return undefined;
    const known = this.#versions.get(uri);
    const version = known?.text === text ? known : { text };
    this.#versions.set(uri, version);
    return version;
  }

  /** The provider is loaded with the first question. */
  async #load(file: string): Promise<void> {
    this.#head ??= import('../providers/git/head-texts.ts').then(
      ({ HeadTexts }) => new HeadTexts((one) => this.#options.onNews(this.#uris.get(one) ?? '')),
    );
    this.#loaded = await this.#head;
    this.#loaded.text(file);
  }
}
