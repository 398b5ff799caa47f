import { declarationsOf } from '@aurora-blueprint/core/editing/names/name.ts';
import {
  isRefusal,
  type Refusal,
  renameMentions,
  rename as renameName,
  renameObstacle,
} from '@aurora-blueprint/core/editing/names/rename.ts';
import type { TextEdit as CoreTextEdit } from '@aurora-blueprint/core/text/range.ts';
import { type CancellationToken, LSPErrorCodes, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { declaring, type NameInFile, sameNameElsewhere } from '../documents/names-across-files.ts';
import { namesOf } from '../documents/names-of.ts';
import { toProtocolEdit, toProtocolRange } from '../protocol-ranges.ts';
import type { Feature, ServerContext } from './feature.ts';
import { nameAt } from './name-at.ts';

/**
 * `textDocument/prepareRename` and `textDocument/rename`: another name, wherever it is written. What cannot be renamed,
 * and a name that AWS does not take or that is taken, is refused with a sentence that editors show at the cursor.
 */
export const rename: Feature = {
  capabilities: (client) => ({
    renameProvider: client.textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
  }),
  register: (context) => {
    context.connection.onPrepareRename(async (params, token) => {
      const found = nameAt(context.analyzer, params);
      if (found === undefined) return refuse(noName);
      const declared = await declaredPlace(context, found, token);
      if (isRefusal(declared)) return refuse(declared.problem);
      const range = toProtocolRange(found.analysis.lines, found.mention.range);
      return { range, placeholder: found.name.text };
    });
    context.connection.onRenameRequest(async (params, token): Promise<WorkspaceEdit | ResponseError> => {
      const found = nameAt(context.analyzer, params);
      if (found === undefined) return refuse(noName);
      const edit = await workspaceEdit(context, found, params.newName, token);
      return isRefusal(edit) ? refuse(edit.problem) : edit;
    });
  },
};

const noName = 'There is no name here that could be changed.';

function refuse(problem: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, problem);
}

/** The file in which the name is declared, when another name can be given to it there. */
async function declaredPlace(
  context: ServerContext,
  found: NameInFile,
  token: CancellationToken,
): Promise<NameInFile | Refusal> {
  const declared = declaring([found, ...(await sameNameElsewhere(context, found, token))]) ?? found;
  if (declared === found && found.analysis.kind === 'sql' && found.name.kind === 'sageMakerEndpoint') {
    return { problem: `No design declares ${found.name.text} for this file, so there is nothing to rename.` };
  }
  const problem = renameObstacle(declared.name);
  return problem === undefined ? declared : { problem };
}

async function workspaceEdit(
  context: ServerContext,
  found: NameInFile,
  newName: string,
  token: CancellationToken,
): Promise<WorkspaceEdit | Refusal> {
  const all = [found, ...(await sameNameElsewhere(context, found, token))];
  const declared = await declaredPlace(context, found, token);
  if (isRefusal(declared)) return declared;
  const changes: NonNullable<WorkspaceEdit['changes']> = {};
  for (const place of all) {
    const isDeclared = place.uri === declared.uri && declarationsOf(place.name).length > 0;
    const edits = isDeclared ? renameDeclared(declared, newName) : renameMentions(place.name, newName);
    if (isRefusal(edits)) return edits;
    const written = edits.map((edit) => toProtocolEdit(place.analysis.lines, edit));
    changes[place.uri] = [...(changes[place.uri] ?? []), ...written];
  }
  return { changes };
}

function renameDeclared({ analysis, name }: NameInFile, newName: string): readonly CoreTextEdit[] | Refusal {
  return renameName(namesOf(analysis), name, newName);
}
