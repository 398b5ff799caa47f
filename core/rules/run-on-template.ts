import type { Design } from '../design/design.ts';
import { formatPath, type Path } from '../design/path.ts';
import type { CaseGraph } from '../design/readers/template/case-graph.ts';
import { distinctCases, type Look } from '../design/readers/template/distinct-cases.ts';
import type { TemplateDesign } from '../design/readers/template/template-design.ts';
import type { Template } from '../design/readers/template.ts';
import type { ChangeCase } from '../design/readers/template-change.ts';
import type { TemplateChange } from '../design/resource-change.ts';
import type { ResourceGraph } from '../design/resource-graph.ts';
import { writeDesign, writeTemplate } from '../design/writers/template.ts';
import type { Range, TextEdit } from '../text/range.ts';
import type { Fix } from './finding.ts';
import type { CaseFinding, InCase } from './merge-cases.ts';
import { ruleFailed } from './not-checked.ts';
import { inWordsOfTemplates } from './property-words.ts';
import type { DesignFix, Report, ReportOptions, RuleIdentity } from './rule.ts';

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

/** Cases of a template in which rules look at a subject of one kind: at a design, at the resources, or at an edit of them. */
export class RulesOnCases<Subject, Case extends CaseOf<Subject, Case>> {
  readonly #template: Template;
  readonly #cases: readonly Case[];
  readonly #transcripts: ReadonlyMap<Case, Transcript>;

  constructor(template: Template, cases: readonly Case[], translate: (one: Case) => Translation) {
    this.#template = template;
    this.#cases = cases;
    this.#transcripts = new Map(cases.map((one) => [one, new Transcript(translate(one))]));
  }

  /** What one rule says: it runs once for all cases that do not differ in what it looks at. */
  run(rule: RuleIdentity, check: (subject: Subject, report: Report) => void): readonly CaseFinding[] {
    const seen = distinctCases(this.#cases, (one) =>
      one.look((subject) => this.#transcripts.get(one)?.of(rule, (report) => check(subject, report)) ?? []),
    );
    return seen.flatMap(({ value, cases }) => inCases(value, cases, this.#cases, this.#template));
  }
}

/** A case that is looked at. */
interface CaseOf<Subject, Case> extends InCase {
  look<T>(at: (subject: Subject) => T): Look<T, Case>;
}

/** The rules over the design of a cluster, in each case of it. */
export function onDesigns(
  template: Template,
  designs: readonly TemplateDesign[],
  earlier: Template | undefined,
): RulesOnCases<Design, TemplateDesign> {
  return new RulesOnCases(template, designs, (one) => ({
    placeOf: (path, at) => ({ ...one.originOf(path), range: one.locator.rangeOf(path, at) }),
    write: (fix) => writeFix(fix, template, one, earlier),
    inWords: inWordsOfTemplates,
  }));
}

/** The rules over the resources of a template, in each case of it. */
export function onGraphs(template: Template): RulesOnCases<ResourceGraph, CaseGraph> {
  return new RulesOnCases(template, template.graphs, (one) => asWritten(template, one));
}

/** The rules over an edit of a template, in each case of it. */
export function onChanges(
  template: Template,
  changes: readonly ChangeCase[],
): RulesOnCases<TemplateChange, ChangeCase> {
  return new RulesOnCases(template, changes, (one) => asWritten(template, one));
}

/** Notes what rules say in one case. */
class Transcript {
  readonly #translation: Translation;
  #said: Said[] = [];

  constructor(translation: Translation) {
    this.#translation = translation;
  }

  /** What one rule says. A rule that fails becomes one finding, so that the others stand. */
  of(rule: RuleIdentity, run: (report: Report) => void): readonly Said[] {
    this.#said = [];
    try {
      run((named, text, options) => this.#note(rule, named, text, options));
      return this.#said;
    } catch (error) {
      return [{ ...ruleFailed(rule.id, error), writeFixes: () => [], resource: '' }];
    }
  }

  #note(
    rule: RuleIdentity,
    named: Path,
    text: string,
    { at = 'value', fixes = [], proof, ...severities }: ReportOptions = {},
  ): void {
    const { placeOf, write, inWords } = this.#translation;
    const severity = severities.severityInTemplates ?? severities.severity ?? rule.severity;
    const { path, range, defaults } = placeOf(named, at);
    const message = inWords(text) + saysDefault(defaults);
    const writeFixes = () =>
      fixes.flatMap((fix): readonly Fix[] => {
        const written = write(fix);
        return written === undefined ? [] : [{ ...written, title: inWords(written.title) }];
      });
    const resource = String(path[1] ?? '');
    const place = { path: formatPath(path), range, resource };
    this.#said.push({ rule: rule.id, severity, message, ...place, writeFixes, ...(proof && { proof }) });
  }
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

/** A subject whose paths and words are those of the template. */
function asWritten(template: Template, one: CaseGraph | ChangeCase): Translation {
  return {
    placeOf: (path, at) => ({ path, range: one.rangeOf(path, at), defaults: one.defaultsOf(path) }),
    write: (fix) => withEdits(fix, writeTemplate(template, fix.edits, fix)),
    inWords: (sentence) => sentence,
  };
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
