import { importTexts } from '@aurora-blueprint/core/design/import/import-texts.ts';
import { isAuroraTemplate } from '@aurora-blueprint/core/design/readers/template/is-aurora-template.ts';
import { blueprintFileStem } from '@aurora-blueprint/core/editing/conversion.ts';
import { regionQuestion } from '@aurora-blueprint/core/editing/new-design/questions.ts';
import {
  type ImportTemplateParams,
  type ImportTemplateResult,
  importTemplateMethod,
  type TemplatesResult,
  templatesMethod,
} from '@aurora-blueprint/core/protocol/template-requests.ts';
import { RequestType } from 'vscode-languageserver';
import { documentKind } from '../documents/document-kind.ts';
import { textOfFile } from '../documents/text-of-file.ts';
import { pathOfUri, uriOfFile } from '../documents/uri-of-file.ts';
import { templateFile } from '../documents/workspace-files.ts';
import type { Feature } from './feature.ts';

const templatesRequest = new RequestType<object, TemplatesResult, void>(templatesMethod);
const importRequest = new RequestType<ImportTemplateParams, ImportTemplateResult, void>(importTemplateMethod);

/** `aurora/templates`: the templates of the workspace from which a design can be made. */
export const templates: Feature = {
  capabilities: () => ({}),
  register: ({ connection, documents, workspaceFiles }) => {
    connection.onRequest(templatesRequest, async (_params, token) => {
      const found: string[] = [];
      for await (const files of workspaceFiles.byFolder((name) => templateFile.test(name), token)) {
        for (const path of files) {
          const uri = uriOfFile(documents, path);
          const text = documents.get(uri)?.getText() ?? textOfFile(path) ?? '';
          if (documentKind(uri, '', text) === 'cloudformation') found.push(uri);
        }
      }
      return { templates: found.sort() };
    });
  },
};

/** `aurora/importTemplate`: the blueprints of the clusters in a template, as its parameters make them by default. */
export const importTemplate: Feature = {
  capabilities: () => ({}),
  register: ({ connection, documents }) => {
    connection.onRequest(importRequest, ({ uri, region }) => {
      const text = documents.get(uri)?.getText() ?? textOfFile(pathOfUri(uri) ?? '');
      if (text === undefined) return { problem: 'The template cannot be read.' };
      const options = region === undefined ? {} : { region };
      const blueprints = isAuroraTemplate(text) ? importTexts([text], options).blueprints : [];
      if (blueprints.length === 0) return { problem: 'No Aurora cluster stands in this template.' };
      const lacksRegion = blueprints.some(({ notes }) => notes.some(({ path }) => path.at(-1) === 'region'));
      if (region === undefined && lacksRegion) return { question: regionQuestion() };
      return {
        blueprints: blueprints.map(({ name, clusters, text: blueprint }) => ({
          name,
          clusters,
          fileName: `${blueprintFileStem(name)}.aurora.yaml`,
          text: blueprint,
        })),
      };
    });
  },
};
