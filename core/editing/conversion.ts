import { importTexts } from '../design/import/import-texts.ts';
import { known } from '../design/node.ts';
import type { Blueprint } from '../design/readers/blueprint.ts';
import { type CloudFormationExport, exportCloudFormation } from '../design/writers/cloudformation.ts';

/** A file that a conversion writes. */
export interface NewFile {
  /** Unlike those of the files that are there. */
  readonly fileName: string;
  readonly text: string;
}

/** What becomes of a text in the other format. */
export interface Conversion {
  readonly files: readonly NewFile[];
  /** What is not in the files, or has to be known of them, a sentence each. */
  readonly remarks: readonly string[];
}

/** Whether a blueprint has a design that can be written as templates. */
export function canBeExported({ documents }: Blueprint): boolean {
  return documents.some(({ design }) => known(design.engine) !== undefined);
}

/** The CloudFormation templates of all designs of a blueprint. `taken` are the names of the files beside it. */
export function toCloudFormation({ documents }: Blueprint, taken: ReadonlySet<string>): Conversion {
  const used = new Set(taken);
  const exports = documents.map(({ design }) => {
    const exported = exportCloudFormation(design, used);
    for (const { fileName } of exported.templates) used.add(fileName);
    return exported;
  });
  const files = exports.flatMap(({ templates }) => templates.map(({ fileName, text }) => ({ fileName, text })));
  return { files, remarks: exports.flatMap(remarksOn) };
}

/** What is not in the resources of exported templates, and what they need when they are deployed. */
export function remarksOn({ templates, leftOut }: CloudFormationExport): readonly string[] {
  return [
    ...leftOut,
    ...templates.flatMap(({ fileName, inMetadata, asksFor }) => [
      ...(inMetadata.length === 0
        ? []
        : [`${fileName}: what no resource says of ${inMetadata.join(', ')} stands in Metadata.AuroraBlueprint.`]),
      ...(asksFor.length === 0 ? [] : [`${fileName}: the stack needs values for ${asksFor.join(', ')}.`]),
    ]),
  ];
}

/** The blueprints of the clusters in a template, or in what the AWS CLI prints. `taken` are the names of the files beside it. */
export function toBlueprints(text: string, taken: ReadonlySet<string>): Conversion {
  const used = new Set(taken);
  const { blueprints } = importTexts([text]);
  const files = blueprints.map((blueprint) => {
    const fileName = freeFileName(blueprint.name, used);
    used.add(fileName);
    return { fileName, text: blueprint.text };
  });
  const remarks = blueprints.flatMap(({ name, notes }) => notes.map((note) => `${name}: ${note.text}`));
  return { files, remarks };
}

function freeFileName(name: string, taken: ReadonlySet<string>): string {
  const stem = blueprintFileStem(name);
  for (let number = 1; ; number += 1) {
    const fileName = `${stem}${number === 1 ? '' : `-${number}`}.aurora.yaml`;
    if (!taken.has(fileName)) return fileName;
  }
}

/** The name of a design as that of a file, without its ending. */
export function blueprintFileStem(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, '-');
}
