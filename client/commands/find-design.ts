import { type TopologyResult, topologyMethod } from '@aurora-blueprint/core/protocol/topology-request.ts';
import { type TextDocument, window } from 'vscode';
import type { LanguageServer } from '../language-server.ts';
import { findBlueprint } from './find-blueprint.ts';

/** The design a person means: the template in the editor where an Aurora cluster stands in it, otherwise a blueprint. */
export async function findDesign(server: LanguageServer): Promise<TextDocument | undefined> {
  const document = window.activeTextEditor?.document;
  const isTemplate = document !== undefined && mayBeTemplate(document) && (await holdsDesign(server, document));
  return isTemplate ? document : findBlueprint();
}

/** Whether a text is in one of the languages of CloudFormation templates. */
export function mayBeTemplate({ languageId }: TextDocument): boolean {
  return /^(yaml|json|jsonc|cloudformation|cloudformation-json)$/.test(languageId);
}

/** Whether the server finds a design in a document. */
export async function holdsDesign(server: LanguageServer, document: TextDocument): Promise<boolean> {
  const { topologies } = await server.request<TopologyResult>(topologyMethod, { uri: document.uri.toString() });
  return topologies.length > 0;
}
