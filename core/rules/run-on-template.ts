import { formatPath, type Path } from '../design/path.ts';
import type { CaseGraph } from '../design/readers/template/case-graph.ts';
import { distinctCases } from '../design/readers/template/distinct-cases.ts';
import type { TemplateDesign } from '../design/readers/template/template-design.ts';
import type { Template } from '../design/readers/template.ts';
import type { ChangeCase } from '../design/readers/template-change.ts';
import { writeDesign, writeTemplate } from '../design/writers/template.ts';
import type { Range, TextEdit } from '../text/range.ts';
import type { ChangeRule } from './change-rule.ts';
import type { Fix } from './finding.ts';
import type { CaseFinding, InCase } from './merge-cases.ts';
import { ruleFailed } from './not-checked.ts';
import { inWordsOfTemplates } from './property-words.ts';
import type { DesignFix, DesignRule, Report, RuleContext, RuleIdentity, TemplateRule } from './rule.ts';

/** What a rule says in one case, with the resource that it is about. */
type Said = Omit<CaseFinding, 'in' | 'of'> & { readonly resource: string };

/** A place of the template that a rule names. */
interface NamedPlace {
  readonly path: Path;
  readonly range: Range;
  /** Parameters whose Default stands there. */
  readonly defaults: readonly string[];
}

/** How places, fixes and words of a subject are those of the template it was read from. */
interface Translation {
  readonly placeOf: (path: Path, at: 'key' | 'value') => NamedPlace;
  /** Undefined for a fix that cannot be written. */
  readonly write: (fix: DesignFix) => Fix | undefined;
  readonly inWords: (sentence: string) => string;
}

/** What one rule says of a cluster: it runs once for all cases that do not differ in what it looks at. */
export function runDesignRule(
  rule: DesignRule,
  template: Template,
  designs: readonly TemplateDesign[],
  context: RuleContext,
  earlier: Template | undefined,
): readonly CaseFinding[] {
  const seen = distinctCases(designs, (one) => {
    const translation: Translation = {
      placeOf: (path, at) => ({ ...one.originOf(path), range: one.locator.rangeOf(path, at) }),
      write: (fix) => writeFix(fix, template, one, earlier),
      inWords: inWordsOfTemplates,
    };
    return one.look((design) => collect(rule, translation, (report) => rule.check(design, report, context)));
  });
  return seen.flatMap(({ value, cases }) => inCases(value, cases, designs, template));
}

/**
 * The fix of a design as one of the template. One for new clusters is offered unless the cluster was there `earlier`,
 * and says for what it is where that is not known.
 */
function writeFix(
  fix: DesignFix,
  template: Template,
  design: TemplateDesign,
  earlier: Template | undefined,
): Fix | undefined {
  const inPlace = writeDesign(template, design, fix.edits);
  if (inPlace !== undefined || fix.forNewClusters !== true) return withEdits(fix, inPlace);
  const resources = fix.edits.map(({ path }) => String(design.originOf(path).path[1]));
  if (resources.some((logicalId) => earlier?.syntax.resources.has(logicalId))) return undefined;
  const edits = writeDesign(template, design, fix.edits, { replacesNothing: true });
  const title = earlier === undefined ? `${fix.title} (new clusters)` : fix.title;
  return withEdits({ ...fix, title }, edits);
}

function withEdits({ title, isSafe }: DesignFix, edits: readonly TextEdit[] | undefined): Fix | undefined {
  return edits && { title, edits, ...(isSafe === undefined ? {} : { isSafe }) };
}

/** What one rule says of the resources of a template: once for all cases that do not differ in what it looks at. */
export function runTemplateRule(rule: TemplateRule, template: Template, context: RuleContext): readonly CaseFinding[] {
  const { graphs } = template;
  const seen = distinctCases(graphs, (one) => {
    const translation = asWritten(template, one);
    return one.look((graph) => collect(rule, translation, (report) => rule.check(graph, report, context)));
  });
  return seen.flatMap(({ value, cases }) => inCases(value, cases, graphs, template));
}

/** What one rule says of an edit of a template: once for all cases that do not differ in what it looks at. */
export function runChangeRule(
  rule: ChangeRule,
  template: Template,
  changes: readonly ChangeCase[],
): readonly CaseFinding[] {
  const { checkTemplate } = rule;
  if (checkTemplate === undefined) return [];
  const seen = distinctCases(changes, (one) => {
    const translation = asWritten(template, one);
    return one.look((change) => collect(rule, translation, (report) => checkTemplate(change, report)));
  });
  return seen.flatMap(({ value, cases }) => inCases(value, cases, changes, template));
}

/** A subject whose paths and words are those of the template. */
function asWritten(template: Template, one: CaseGraph | ChangeCase): Translation {
  return {
    placeOf: (path, at) => ({ path, range: one.rangeOf(path, at), defaults: one.defaultsOf(path) }),
    write: (fix) => withEdits(fix, writeTemplate(template, fix.edits, fix)),
    inWords: (sentence) => sentence,
  };
}

/** What a rule reports in one case. A rule that fails becomes one finding, so that the others stand. */
function collect(rule: RuleIdentity, { placeOf, write, inWords }: Translation, run: (report: Report) => void) {
  const said: Said[] = [];
  const report: Report = (named, text, { at = 'value', fixes = [], ...severities } = {}) => {
    const severity = severities.severityInTemplates ?? severities.severity ?? rule.severity;
    const { path, range, defaults } = placeOf(named, at);
    const message = inWords(text) + saysDefault(defaults);
    const writeFixes = () =>
      fixes.flatMap((fix): readonly Fix[] => {
        const written = write(fix);
        return written === undefined ? [] : [{ ...written, title: inWords(written.title) }];
      });
    const resource = String(path[1] ?? '');
    said.push({ rule: rule.id, severity, message, path: formatPath(path), range, writeFixes, resource });
  };
  try {
    run(report);
    return said;
  } catch (error) {
    return [{ ...ruleFailed(rule.id, error), writeFixes: () => [], resource: '' }];
  }
}

/** What is said in some of all cases, of resources that exist in some of them. */
function inCases(said: readonly Said[], cases: readonly InCase[], all: readonly InCase[], { syntax }: Template) {
  return said.map(({ resource, ...finding }): CaseFinding => {
    const condition = syntax.resources.get(resource)?.condition;
    const of = condition === undefined ? all : all.filter(({ outcomes }) => outcomes.get(condition) !== false);
    return { ...finding, in: cases, of };
  });
}

/** Another value may be given when the stack is deployed. */
function saysDefault(parameters: readonly string[]): string {
  const [only, ...others] = parameters;
  if (only === undefined) return '';
  if (others.length === 0) return ` The value is the Default of the parameter ${only}.`;
  return ` The value follows from the Defaults of the parameters ${parameters.join(' and ')}.`;
}
