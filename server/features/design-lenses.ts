import { clustersOf } from '@aurora-blueprint/core/design/design.ts';
import { formatPath } from '@aurora-blueprint/core/design/path.ts';
import type { DesignLens, DesignLensKind } from '@aurora-blueprint/core/editing/lenses/lens.ts';
import { lensesOf } from '@aurora-blueprint/core/editing/lenses/lenses.ts';
import { lossOfZone } from '@aurora-blueprint/core/editing/lenses/zone-loss.ts';
import { clientCommands, type StagePlace } from '@aurora-blueprint/core/protocol/client-commands.ts';
import type { CodeLens } from 'vscode-languageserver';
import type { Analysis, BlueprintAnalysis, TemplateAnalysis } from '../documents/analysis.ts';
import { designsOf } from '../documents/designs-of-document.ts';
import { toProtocolRange } from '../protocol-ranges.ts';

type DesignAnalysis = BlueprintAnalysis | TemplateAnalysis;

/** What a lens over the loss of an AZ needs to be played when it is seen. */
interface UnseenLoss {
  readonly uri: string;
  /** Which design of the document. */
  readonly index: number;
  readonly cluster: string;
  readonly zone: string;
  /** What choosing it plays in the panel. */
  readonly place?: StagePlace;
}

/** What a lens over a role needs to count the statements that use it when it is seen. */
interface UnseenUse {
  readonly uri: string;
  /** Which design of the document. */
  readonly name: string;
  readonly service: string;
}

/** Whether what comes with a lens tells a role of which it is not seen yet what uses it. */
export function isUnseenUse(data: unknown): data is UnseenUse {
  return typeof data === 'object' && data !== null && 'service' in data;
}

/** Whether what comes with a lens tells a loss that is played when it is seen. */
export function isUnseenLoss(data: unknown): data is UnseenLoss {
  return typeof data === 'object' && data !== null && 'zone' in data;
}

/** The lenses over the designs of a document that are the same whatever its conditions are, of the kinds that are wanted. */
export function designLenses(
  uri: string,
  analysis: DesignAnalysis,
  isWanted: (kind: DesignLensKind) => boolean,
): CodeLens[] {
  return designsOf(analysis).flatMap(({ design, locator, name, conditions }, index) => {
    if (conditions.size > 0) return [];
    return lensesOf(design, isWanted).map((lens): CodeLens => {
      const range = toProtocolRange(analysis.lines, locator.rangeOf(lens.path, 'key'));
      const place = placeOf(uri, index, lens);
      if (lens.service !== undefined) {
        const use: UnseenUse = { uri, name, service: lens.service };
        return { range, data: use };
      }
      if (lens.zone === undefined) return { range, command: commandOf(lens, place) };
      const cluster = formatPath(lens.path);
      const unseen: UnseenLoss = { uri, index, cluster, zone: lens.zone, ...(lens.run && { place }) };
      return { range, data: unseen };
    });
  });
}

/** What the loss of an AZ does; undefined when the document says nothing of it any more. */
export function lossInWords(
  analysis: Analysis | undefined,
  { index, cluster: path, zone }: UnseenLoss,
): string | undefined {
  if (analysis === undefined || analysis.kind === 'sql' || analysis.kind === 'scenarios') return undefined;
  const { design } = designsOf(analysis)[index] ?? {};
  const cluster = design && clustersOf(design).find((candidate) => formatPath(candidate.path) === path);
  return design && cluster && lossOfZone(design, cluster, zone);
}

function placeOf(uri: string, design: number, { run, seed }: DesignLens): StagePlace {
  return { uri, ...(design > 0 && { design }), ...(run && { run }), ...(seed !== undefined && { seed }) };
}

function commandOf({ kind, title = '' }: DesignLens, place: StagePlace) {
  if (kind === 'summary') return { title, command: '' };
  return {
    title,
    command: kind === 'topology' ? clientCommands.showTopology : clientCommands.simulate,
    arguments: [place],
  };
}
