import type { NewBlueprint } from '@aurora-blueprint/core/protocol/new-design-request.ts';
import {
  type ImportTemplateParams,
  type ImportTemplateResult,
  importTemplateMethod,
  type TemplateBlueprint,
  type TemplatesResult,
  templatesMethod,
} from '@aurora-blueprint/core/protocol/template-requests.ts';
import { Uri, window, workspace } from 'vscode';
import type { LanguageServer } from '../language-server.ts';
import { askForChoice, askQuestion, type Reply, type Step } from './question-input.ts';

/** A blueprint of a template of the workspace that the person chooses, and of one of its designs where it has several. */
export async function blueprintOfTemplate(server: LanguageServer, step: Step): Promise<Reply<NewBlueprint>> {
  const { templates } = await server.request<TemplatesResult>(templatesMethod, {});
  if (templates.length === 0) {
    void window.showInformationMessage('No CloudFormation template of this workspace has an Aurora cluster.');
    return undefined;
  }
  const files = templates.map((uri) => ({ uri, label: workspace.asRelativePath(Uri.parse(uri)) }));
  let active: (typeof files)[number] | undefined;
  for (;;) {
    const file = await askForChoice(step, 'Which template?', files, active);
    if (typeof file !== 'object') return file;
    active = file.answer;
    const blueprint = await importTemplate(server, active.uri, { ...step, hasBack: true });
    if (blueprint !== 'back') return blueprint;
  }
}

/** A blueprint of a template, and of one of its designs where it has several. */
export async function importTemplate(server: LanguageServer, uri: string, step: Step): Promise<Reply<NewBlueprint>> {
  const ask = (known: Omit<ImportTemplateParams, 'uri'>) =>
    server.request<ImportTemplateResult>(importTemplateMethod, { uri, ...known });
  let result = await ask({});
  if ('question' in result) {
    const region = await askQuestion(step, result.question, result.question.suggestion);
    if (typeof region !== 'object') return region;
    result = await ask({ region: region.answer });
  }
  if ('blueprints' in result) return chooseDesign(step, result.blueprints);
  if ('problem' in result) void window.showInformationMessage(result.problem);
  return 'back';
}

async function chooseDesign(step: Step, blueprints: readonly TemplateBlueprint[]): Promise<Reply<NewBlueprint>> {
  const [only, ...others] = blueprints;
  if (only === undefined || others.length === 0) return only && { answer: only };
  const designs = blueprints.map((blueprint) => ({
    blueprint,
    label: blueprint.name,
    description: blueprint.clusters.join(', '),
  }));
  const design = await askForChoice(step, 'Which design?', designs, undefined);
  return typeof design === 'object' ? { answer: design.answer.blueprint } : design;
}
