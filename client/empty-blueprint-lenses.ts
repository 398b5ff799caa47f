import { CodeLens, type Disposable, languages, Range, type TextDocument } from 'vscode';
import { isEmptyBlueprint } from './commands/open-blueprint.ts';

const top = new Range(0, 0, 0, 0);

/** Above an empty blueprint: what it can begin with. */
export function offerBeginnings(): Disposable {
  return languages.registerCodeLensProvider('aurora-blueprint', {
    provideCodeLenses: (document: TextDocument) =>
      isEmptyBlueprint(document)
        ? [
            lens('New cluster design', 'questions', 'Asks a few questions and writes the design'),
            lens('From a template', 'template', 'Takes the Aurora clusters of a CloudFormation template'),
          ]
        : [],
  });
}

function lens(title: string, beginning: string, tooltip: string): CodeLens {
  return new CodeLens(top, { title, tooltip, command: 'auroraBlueprint.newDesign', arguments: [beginning] });
}
