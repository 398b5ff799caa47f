import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Blueprint, readBlueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import { readTemplate, type Template } from '@aurora-blueprint/core/design/readers/template.ts';
import type { Analysis } from './analysis.ts';
import { type DesignInFile, nameOfDesign } from './design-in-file.ts';
import { textOfFile } from './text-of-file.ts';
import { designFile, templateFile } from './workspace-files.ts';

/** Templates of one folder that are looked into: more than that are data. */
const mostTemplates = 500;

/** The files that are open in an editor: what is being edited counts, not what was saved last. */
export interface OpenDesigns {
  /** The paths of the open files in a folder. */
  readonly pathsIn: (folder: string) => readonly string[];
  /** What is known of an open file; undefined for one that is not open. */
  readonly analysisOf: (path: string) => { readonly analysis: Analysis | undefined } | undefined;
}

interface ReadFile {
  readonly modified: number;
  readonly designs: readonly DesignInFile[];
}

interface ReadFolder {
  readonly modified: number;
  /** Those that are blueprints by their name, and the templates with Aurora clusters among the others. */
  readonly paths: readonly string[];
}

/**
 * The designs of blueprints and templates, open or on disk: read when they are needed, and again when they have changed.
 * What is no template of Aurora's is read once, until its folder changes or somebody says that it did itself.
 */
export class DesignFiles {
  readonly #open: OpenDesigns;
  readonly #files = new Map<string, ReadFile>();
  readonly #folders = new Map<string, ReadFolder>();
  readonly #ofAnalysis = new WeakMap<Analysis, readonly DesignInFile[]>();

  constructor(open: OpenDesigns = { pathsIn: () => [], analysisOf: () => undefined }) {
    this.#open = open;
  }

  /** The designs of a file; none where there is no such file, or nothing of Aurora's in it. */
  of(path: string): readonly DesignInFile[] {
    const open = this.#open.analysisOf(path);
    if (open === undefined) return this.#onDisk(path);
    const { analysis } = open;
    if (analysis === undefined) return [];
    const before = this.#ofAnalysis.get(analysis);
    if (before !== undefined) return before;
    const designs = designsOf(path, analysis);
    this.#ofAnalysis.set(analysis, designs);
    return designs;
  }

  /** The designs of the files of a folder, by the names of the files. */
  in(folder: string): readonly DesignInFile[] {
    const paths = new Set([...this.#pathsIn(folder), ...this.#open.pathsIn(folder).filter(mayHoldDesigns)]);
    return [...paths].sort().flatMap((path) => this.of(path));
  }

  /** Says that a file changed on disk. Whether that may matter: designs were found in it, or may be now. */
  changed(path: string): boolean {
    const held = this.#files.get(path)?.designs.length ?? 0;
    this.#files.delete(path);
    const isLookedAt = this.#folders.delete(dirname(path));
    return designFile.test(path) || held > 0 || (isLookedAt && this.#onDisk(path).length > 0);
  }

  #onDisk(path: string): readonly DesignInFile[] {
    const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (modified === undefined) return [];
    const before = this.#files.get(path);
    if (before?.modified === modified) return before.designs;
    const text = textOfFile(path);
    const designs = text === undefined ? [] : designsIn(path, text);
    this.#files.set(path, { modified, designs });
    return designs;
  }

  #pathsIn(folder: string): readonly string[] {
    const entry = statSync(folder, { throwIfNoEntry: false });
    if (entry?.isDirectory() !== true) return [];
    const before = this.#folders.get(folder);
    if (before?.modified === entry.mtimeMs) return before.paths;
    const names = readdirSync(folder).sort();
    const blueprints = names.filter((name) => designFile.test(name));
    const others = names.filter((name) => templateFile.test(name) && !designFile.test(name) && !name.startsWith('.'));
    const templates = others.slice(0, mostTemplates).filter((name) => this.#onDisk(join(folder, name)).length > 0);
    const paths = [...blueprints, ...templates].map((name) => join(folder, name));
    this.#folders.set(folder, { modified: entry.mtimeMs, paths });
    return paths;
  }
}

/** Whether a file may hold designs, by its name. */
export function mayHoldDesigns(path: string): boolean {
  return templateFile.test(path);
}

function designsIn(path: string, text: string): readonly DesignInFile[] {
  if (designFile.test(path)) return ofBlueprint(path, readBlueprint(text));
  const template = readTemplate(text);
  return template === undefined ? [] : ofTemplate(path, template);
}

function designsOf(path: string, analysis: Analysis): readonly DesignInFile[] {
  switch (analysis.kind) {
    case 'blueprint':
      return ofBlueprint(path, analysis.blueprint);
    case 'cloudformation':
      return ofTemplate(path, analysis.template);
    case 'scenarios':
    case 'sql':
      return [];
  }
}

function ofBlueprint(path: string, { documents }: Blueprint): readonly DesignInFile[] {
  return documents.map(({ design, source: { isBroken } }, index) => ({
    path,
    name: nameOfDesign(design, index),
    design,
    isBroken,
  }));
}

function ofTemplate(path: string, { clusters }: Template): readonly DesignInFile[] {
  return clusters.flatMap(({ logicalId, designs }) => {
    const [first] = designs;
    if (first === undefined) return [];
    const cases = designs.length > 1 ? { cases: designs } : {};
    return { path, name: logicalId, logicalId, design: first.design, ...cases };
  });
}
