import { type Blueprint, nothingRead, readBlueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import { readScenarioFile } from '@aurora-blueprint/core/design/readers/scenario-file.ts';
import { readTemplate, type Template } from '@aurora-blueprint/core/design/readers/template.ts';
import { lazily } from '@aurora-blueprint/core/lazily.ts';
import type { Finding } from '@aurora-blueprint/core/rules/finding.ts';
import { Steps } from '@aurora-blueprint/core/steps.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import type { Analysis, BlueprintAnalysis, ScenarioFileAnalysis, TemplateAnalysis } from './analysis.ts';
import type { DesignFiles } from './design-files.ts';
import { designPathOf, designsBeside } from './scenario-designs.ts';

/** Finds what is wrong, rule by rule. */
type Checking = (blueprint: Blueprint) => Generator<undefined, readonly Finding[], undefined>;

/** The analysis of a blueprint; reading goes on from the one `before` the last edit. */
export function analyzeBlueprint(text: string, before: Analysis | undefined, check: Checking): BlueprintAnalysis {
  const blueprint = readBlueprint(text, before?.kind === 'blueprint' ? before.blueprint : nothingRead);
  const checking = new Steps(check(blueprint));
  return {
    kind: 'blueprint',
    text,
    lines: new LineIndex(text),
    blueprint,
    checking,
    get findings() {
      return checking.result;
    },
  };
}

/** The same of a template; undefined for a text that is none. */
export function analyzeTemplate(
  text: string,
  before: Analysis | undefined,
  check: (template: Template) => readonly Finding[],
): TemplateAnalysis | undefined {
  const template = readTemplate(text, undefined, before?.kind === 'cloudformation' ? before.template : undefined);
  if (template === undefined) return undefined;
  const findings = lazily(() => check(template));
  return {
    kind: 'cloudformation',
    text,
    lines: new LineIndex(text),
    template,
    get findings() {
      return findings();
    },
  };
}

/** The same of a scenario file at a path, with the designs that lie around it. */
export function analyzeScenarioFile(
  text: string,
  before: Analysis | undefined,
  check: Checking,
  { path, designs }: { readonly path: string | undefined; readonly designs: DesignFiles },
): ScenarioFileAnalysis {
  const read = before?.kind === 'scenarios' ? before.blueprint : nothingRead;
  const blueprint = readScenarioFile(text, designsBeside(path, designs), read);
  const findings = lazily(() => new Steps(check(blueprint)).result);
  return {
    kind: 'scenarios',
    text,
    lines: new LineIndex(text),
    blueprint,
    designPaths: blueprint.documents.map((document) => designPathOf(path, document)),
    get findings() {
      return findings();
    },
  };
}
