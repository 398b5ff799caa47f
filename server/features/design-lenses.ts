import { clustersOf, type Design } from '@aurora-blueprint/core/design/design.ts';
import { formatPath, parsePath } from '@aurora-blueprint/core/design/path.ts';
import type { Locator } from '@aurora-blueprint/core/design/readers/locator.ts';
import type { DesignLens, DesignLensKind } from '@aurora-blueprint/core/editing/lenses/lens.ts';
import { lensesOf } from '@aurora-blueprint/core/editing/lenses/lenses.ts';
import { lossOfZone } from '@aurora-blueprint/core/editing/lenses/zone-loss.ts';
import { clientCommands, type StagePlace } from '@aurora-blueprint/core/protocol/client-commands.ts';
import type { CodeLens } from 'vscode-languageserver';
import type { Analysis, BlueprintAnalysis, TemplateAnalysis } from '../documents/analysis.ts';
import { nameOfDesign } from '../documents/design-in-file.ts';
import { toProtocolRange } from '../protocol-ranges.ts';

type DesignAnalysis = BlueprintAnalysis | TemplateAnalysis;

/** What a lens over the loss of an AZ needs to be played when it is seen. */
interface UnseenLoss {
  readonly uri: string;
  /** Which design of the document. */
  readonly index: number;
  readonly cluster: string;
  readonly zone: string;
  /** What choosing it plays in the panel, which shows the first design of a blueprint. */
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

/** The lenses over the designs of a document, of the kinds that are wanted. */
export function designLenses(
  uri: string,
  analysis: DesignAnalysis,
  isWanted: (kind: DesignLensKind) => boolean,
): CodeLens[] {
  const inPanel = (kind: DesignLensKind) => kind === 'topology' || kind === 'simulation';
  return designsOf(analysis).flatMap(({ design, locator, name }, index) => {
    const isPlayable = analysis.kind === 'blueprint' && index === 0;
    return lensesOf(design, (kind) => isWanted(kind) && (isPlayable || !inPanel(kind))).map((lens): CodeLens => {
      const range = toProtocolRange(analysis.lines, locator.rangeOf(lens.path, 'key'));
      const place = isPlayable ? placeOf(uri, lens) : undefined;
      if (lens.service !== undefined) {
        const use: UnseenUse = { uri, name, service: lens.service };
        return { range, data: use };
      }
      if (lens.zone === undefined) return { range, command: commandOf(lens, place) };
      const cluster = formatPath(lens.path);
      const unseen: UnseenLoss = { uri, index, cluster, zone: lens.zone, ...(place && lens.run && { place }) };
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
  const { design, logicalIdOf } = designsOf(analysis)[index] ?? {};
  const cluster = design && clustersOf(design).find((candidate) => formatPath(candidate.path) === path);
  return design && cluster && lossOfZone(design, cluster, zone, logicalIdOf);
}

interface DesignInDocument {
  /** What tells it from the others of the document. */
  readonly name: string;
  readonly design: Design;
  readonly locator: Locator;
  /** The logical id of an instance of a template that has no identifier of its own. */
  readonly logicalIdOf?: (id: string) => string;
}

/** The designs of a document; of a template, those clusters that are the same whatever its conditions are. */
export function designsOf(analysis: DesignAnalysis): readonly DesignInDocument[] {
  if (analysis.kind === 'blueprint') {
    return analysis.blueprint.documents.map((one, index) => ({ ...one, name: nameOfDesign(one.design, index) }));
  }
  return analysis.template.clusters.flatMap(
    ({ logicalId, designs: [only, ...others] }): readonly DesignInDocument[] => {
      if (only === undefined || others.length > 0) return [];
      const logicalIdOf = (id: string) => (id.includes('[') ? String(only.originOf(parsePath(id)).path[1] ?? id) : id);
      return [{ name: logicalId, design: only.design, locator: only.locator, logicalIdOf }];
    },
  );
}

function placeOf(uri: string, { run, seed }: DesignLens): StagePlace {
  return { uri, ...(run && { run }), ...(seed !== undefined && { seed }) };
}

function commandOf({ kind, title = '' }: DesignLens, place: StagePlace | undefined) {
  if (place === undefined || kind === 'summary') return { title, command: '' };
  return {
    title,
    command: kind === 'topology' ? clientCommands.showTopology : clientCommands.simulate,
    arguments: [place],
  };
}
