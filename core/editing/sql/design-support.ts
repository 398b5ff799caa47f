import { clustersOf, type Design } from '../../design/design.ts';
import { engineVersionOf, supportsFeature } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import { type Engine, type EngineSupport, engineName } from '../../facts/engine-versions.ts';
import * as features from '../../facts/generated/engine-features.ts';
import type { MlService, SqlDialect } from '../../facts/ml.ts';
import { regionByCode } from '../../facts/regions.ts';
import { associationOf } from '../../sql/associated-services.ts';
import { escapeMarkdown } from '../markdown.ts';

const regionFlag = { Comprehend: 'comprehend', SageMaker: 'sagemaker', Bedrock: 'bedrock' } as const;

/** Which engine versions have the functions of a service. */
export function supportOf(service: MlService): EngineSupport {
  return service === 'Bedrock' ? features.aurora_ml_bedrock : features.aurora_ml_comprehend_sagemaker;
}

/** The engine versions of a dialect that can call a service, in words: `Aurora MySQL from 3.06.0`. */
export function versionsInWords(service: MlService, dialect: SqlDialect): string {
  const engine: Engine = `aurora-${dialect}`;
  const { [engine]: support } = supportOf(service);
  if (support === 'all') return `Every version of ${engineName(engine)}.`;
  if (support === 'none') return `No version of ${engineName(engine)}.`;
  const from = support.filter((entry) => entry.startsWith('>=')).map((entry) => entry.slice(2));
  const alone = support.filter((entry) => !entry.startsWith('>='));
  const single = alone.length === 0 ? '' : `, and ${alone.join(', ')}`;
  return `${engineName(engine)} from ${from.join(', ')}, each within its major${single}.`;
}

/** Whether the design that governs a text has what a service takes: the engine version, the Region, a role. As Markdown. */
export function supportInDesign(design: Design, service: MlService): string {
  const name = escapeMarkdown(known(design.name) ?? 'that governs this file');
  const said = [versionSentence(design, service), ...regionSentences(design, service), roleSentence(design, service)];
  return [`**Design ${name}**`, ...said.filter((sentence) => sentence !== undefined).map((one) => `- ${one}`)].join(
    '\n',
  );
}

function versionSentence(design: Design, service: MlService): string | undefined {
  const engine = known(design.engine);
  const version = known(engineVersionOf(design, design.primary));
  const support = supportsFeature(engine, version, supportOf(service));
  if (engine === undefined || version === undefined || support === 'unknown') return undefined;
  const which = `${engineName(engine)} ${escapeMarkdown(version)}`;
  return support === 'yes' ? `${which} can call ${service}.` : `${which} cannot call ${service}.`;
}

function regionSentences(design: Design, service: MlService): readonly string[] {
  const codes = new Set(clustersOf(design).flatMap((cluster) => known(cluster.region) ?? []));
  return [...codes].flatMap((code) => {
    const region = regionByCode(code);
    if (region === undefined) return [];
    return region[regionFlag[service]]
      ? [`${code} has an endpoint of ${service}.`]
      : [`${code} has no endpoint of ${service}: calls fail there.`];
  });
}

function roleSentence(design: Design, service: MlService): string | undefined {
  switch (associationOf(design, service)) {
    case 'associated':
      return `A role for ${service} is associated.`;
    case 'missing':
      return `No role for ${service} is associated: calls fail.`;
    case 'unstated':
      return `It says nothing of machine learning; a call needs a role for ${service}.`;
    case 'unknown':
      return undefined;
  }
}
