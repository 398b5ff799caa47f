import type { Design } from '../design/design.ts';
import { known } from '../design/node.ts';
import { formatPath } from '../design/path.ts';
import { blueprintSuppressions } from '../design/readers/blueprint/suppressions.ts';
import type { Blueprint, BlueprintDocument } from '../design/readers/blueprint.ts';
import { scenariosAlone } from '../design/readers/scenario-file.ts';
import { writeBlueprint } from '../design/writers/blueprint.ts';
import { engineVersionsAsOf } from '../facts/engine-versions.ts';
import { Steps } from '../steps.ts';
import { changeRules } from './change-rules.ts';
import { applySuppressions } from './control/apply-suppressions.ts';
import { applySeverities, type SeverityOverrides } from './control/severity-overrides.ts';
import { type Finding, type Fix, lazyFinding } from './finding.ts';
import { reportUnusedRoles, rule as unusedRole } from './machine-learning/aur1120-unused-role.ts';
import { ruleFailed } from './not-checked.ts';
import { type Profile, profileOf } from './profile.ts';
import type { DesignFix, Report, RuleIdentity } from './rule.ts';
import { scenarioRules } from './scenario-rules.ts';
import { rule as missingDesign, reportMissingDesign } from './scenarios/sim018-missing-design.ts';
import { designRules } from './table.ts';

export interface CheckOptions {
  /** How strictly to judge; the blueprint's own profile when left out. */
  readonly profile?: Profile;
  /** Severities that a person sets for rules. */
  readonly severities?: SeverityOverrides;
  /** The day to judge by (`YYYY-MM-DD`), for what ends on a date; the day of the catalogue when left out. */
  readonly asOf?: string;
  /**
   * The services that SQL calls under one of the designs of the file, counted from 0: those of the blueprint, or the
   * clusters of the template. Undefined where a design governs no SQL, or nobody knows.
   */
  readonly calledServices?: (design: number) => ReadonlySet<string> | undefined;
}

/**
 * Everything that is wrong with a blueprint in order of the text: its form, then what the rules say, without what the
 * text suppresses and with the severities a person set; of a scenario file the rules over scenarios and the one over the
 * design that it names. With what the blueprint said `earlier` it is also judged what the edit does.
 */
export function checkBlueprint(
  blueprint: Blueprint,
  options: CheckOptions = {},
  earlier?: Blueprint,
): readonly Finding[] {
  return new Steps(checkingBlueprint(blueprint, options, earlier)).result;
}

/** The same rule by rule, for whoever has something else to do in between. */
export function* checkingBlueprint(
  blueprint: Blueprint,
  options: CheckOptions = {},
  earlier?: Blueprint,
): Generator<undefined, readonly Finding[], undefined> {
  const findings = [...blueprint.findings];
  for (const [index, document] of blueprint.documents.entries()) {
    const profile = options.profile ?? profileOf(document.design);
    const context = { profile, asOf: options.asOf ?? engineVersionsAsOf };
    const { beside } = document;
    const design = judgedDesign(document);
    if (beside !== undefined) {
      findings.push(...runRule(missingDesign, blueprint, document, (report) => reportMissingDesign(beside, report)));
    }
    for (const rule of beside === undefined ? designRules : scenarioRules) {
      if (rule.profile !== undefined && rule.profile !== profile) continue;
      const check = (report: Report) => rule.check(design, report, context);
      findings.push(...runRule(rule, blueprint, document, check));
      yield;
    }
    const called = options.calledServices?.(index);
    if (called !== undefined) {
      const check = (report: Report) => reportUnusedRoles(document.design, called, report);
      findings.push(...runRule(unusedRole, blueprint, document, check));
    }
    const before = earlier === undefined ? undefined : documentBefore(document, blueprint, earlier);
    if (before === undefined) continue;
    const change = { earlier: before.design, later: document.design };
    for (const rule of changeRules) {
      findings.push(...runRule(rule, blueprint, document, (report) => rule.checkDesign?.(change, report)));
      yield;
    }
  }
  const suppressions = blueprint.documents.flatMap((document) => blueprintSuppressions(blueprint.text, document));
  const left = applySeverities(applySuppressions(findings, suppressions), options.severities ?? {});
  return left.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** The design as far as rules may trust it: where that of a scenario file is broken, what is not seen may be hidden. */
function judgedDesign({ design, beside }: BlueprintDocument): Design {
  const isHidden = beside?.named !== undefined && 'design' in beside.named && beside.named.isBroken;
  return isHidden ? scenariosAlone(design) : design;
}

/** What a document was before the edit: the design of the same name, or the only one of the file. */
function documentBefore(
  { design }: BlueprintDocument,
  { documents }: Blueprint,
  earlier: Blueprint,
): BlueprintDocument | undefined {
  const name = known(design.name);
  const [only, ...others] = earlier.documents;
  const isOnly = documents.length === 1 && others.length === 0;
  const sameName = earlier.documents.find((one) => name !== undefined && known(one.design.name) === name);
  const before = sameName ?? (isOnly ? only : undefined);
  return before?.source.isBroken === true ? undefined : before;
}

/** What one rule says of one design. A rule that fails becomes one finding, so that the others stand. */
function runRule(
  rule: RuleIdentity,
  { text }: Blueprint,
  document: BlueprintDocument,
  check: (report: Report) => void,
): readonly Finding[] {
  const findings: Finding[] = [];
  const report: Report = (path, message, { at = 'value', severity = rule.severity, fixes = [], proof } = {}) => {
    // In broken text the thing may be there, and only hidden.
    if (document.source.isBroken && document.locator.placeOf(path) === undefined) return;
    const range = document.locator.rangeOf(path, at);
    const finding = { rule: rule.id, severity, message, path: formatPath(path), range, ...(proof && { proof }) };
    findings.push(lazyFinding(finding, () => fixes.flatMap((fix) => writeFix(text, document, fix))));
  };
  try {
    check(report);
    return findings;
  } catch (error) {
    return [ruleFailed(rule.id, error)];
  }
}

function writeFix(text: string, document: BlueprintDocument, fix: DesignFix): readonly Fix[] {
  const edits = writeBlueprint(text, document, fix.edits);
  return edits === undefined ? [] : [{ ...fix, edits }];
}
