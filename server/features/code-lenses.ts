import type { DesignLensKind } from '@aurora-blueprint/core/editing/lenses/lens.ts';
import { type CountedPlaces, clientCommands } from '@aurora-blueprint/core/protocol/client-commands.ts';
import { callsOf } from '@aurora-blueprint/core/sql/call-at.ts';
import { shiftRange } from '@aurora-blueprint/core/sql/shift-finding.ts';
import { countOf } from '@aurora-blueprint/core/text/quantity.ts';
import type { CodeLens, Command, Position } from 'vscode-languageserver';
import type { SqlFileAnalysis } from '../documents/analysis.ts';
import { toProtocolRange } from '../protocol-ranges.ts';
import { designLenses, isUnseenLoss, isUnseenUse, lossInWords } from './design-lenses.ts';
import type { Feature, ServerContext } from './feature.ts';
import { type PlacesOfUse, placesOfUse } from './places-of-use.ts';
import { scenarioLenses } from './scenario-lenses.ts';

/**
 * `textDocument/codeLens` and `codeLens/resolve`: over clusters who stands where, the panel, and what the loss of each AZ
 * does, which is played when the lens is seen; over roles the statements that use them, counted when the lens is seen; over scenarios and ML calls what plays and previews
 * them. Where an editor
 * does not have the command that a lens is for, there is no such lens.
 */
export const codeLenses: Feature = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: true } }),
  register: (context, client) => {
    const { connection, analyzer } = context;
    if (client.workspace?.codeLens?.refreshSupport === true) {
      analyzer.onAffected(() => void connection.sendRequest('workspace/codeLens/refresh'));
    }
    connection.onCodeLens(({ textDocument: { uri } }): CodeLens[] => {
      const analysis = analyzer.analyze(uri);
      if (analysis === undefined) return [];
      if (analysis.kind === 'sql') return previews(uri, analysis, context);
      if (analysis.kind === 'scenarios')
        return isShown('simulation', context) ? scenarioLenses(uri, analysis, context) : [];
      return designLenses(uri, analysis, (kind) => isShown(kind, context)).map((lens) => {
        return withoutDeadCommand(lens, context);
      });
    });
    connection.onCodeLensResolve(async (lens, token) => {
      if (isUnseenUse(lens.data)) {
        const { uri, name, service } = lens.data;
        const places = await placesOfUse(context, { uri, name }, ({ service: used }) => used === service, token);
        return withoutDeadCommand({ ...lens, command: countedPlaces(uri, lens.range.start, places) }, context);
      }
      if (!isUnseenLoss(lens.data)) return lens;
      const { uri, zone, place } = lens.data;
      const loss = lossInWords(analyzer.analyze(uri), lens.data) ?? 'cannot be played';
      const title = `lose ${zone}: ${loss}`;
      const command =
        place === undefined ? words(title) : { title, command: clientCommands.simulate, arguments: [place] };
      return withoutDeadCommand({ ...lens, command }, context);
    });
  },
};

/** Kinds of lenses that are nothing but a command. */
const commandOf: Partial<Record<DesignLensKind, string>> = {
  topology: clientCommands.showTopology,
  simulation: clientCommands.simulate,
};

function isShown(kind: DesignLensKind, { settings, clientCommands: commands }: ServerContext): boolean {
  const command = commandOf[kind];
  return settings().codeLens[kind] && (command === undefined || commands().has(command));
}

/** What a lens says stays; what an editor could not do goes. */
function withoutDeadCommand(lens: CodeLens, { clientCommands: commands }: ServerContext): CodeLens {
  const { command } = lens;
  if (command === undefined || command.command === '' || commands().has(command.command)) return lens;
  return { ...lens, command: words(command.title) };
}

/** How many statements use something, and all places where they do. */
function countedPlaces(uri: string, position: Position, { statements, places }: PlacesOfUse): Command {
  if (statements === 0) return words('used by no statement');
  const counted: CountedPlaces = { uri, position, places };
  return {
    title: `used by ${countOf(statements, 'statement')}`,
    command: clientCommands.showPlaces,
    arguments: [counted],
  };
}

/** A lens that only tells. */
function words(title: string): Command {
  return { title, command: '' };
}

/** "Preview inference" above each ML call that Aurora knows. */
function previews(
  uri: string,
  { lines, sql }: SqlFileAnalysis,
  { settings, clientCommands: commands }: ServerContext,
): CodeLens[] {
  const command = clientCommands.previewInference;
  if (!settings().codeLens.inference || !commands().has(command)) return [];
  return callsOf(sql)
    .filter(({ call }) => call.signature !== undefined)
    .map(({ call, statement }) => {
      const range = shiftRange(call.range, statement.offset);
      const place = { uri, position: lines.positionAt(range.start) };
      return {
        range: toProtocolRange(lines, range),
        command: { title: 'Preview inference', command, arguments: [place] },
      };
    });
}
