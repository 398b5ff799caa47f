/** One way in which the conditions of a template can turn out together. */
export interface TemplateCase {
  /** Outcomes by name. A condition that is missing cannot be told. */
  readonly outcomes: ReadonlyMap<string, boolean>;
  /** The outcomes as bits, in the order of their names. */
  readonly bits: number;
  /** Values of parameters that the outcomes rest on, or that were given. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Parameters of which only is known which values they do not have. */
  readonly undecided: ReadonlySet<string>;
  /** Parameters that are certainly not the empty text. */
  readonly filled: ReadonlySet<string>;
}

/** The case in which nothing is known of the conditions; `parameters` were given. */
export function plainCase(parameters: ReadonlyMap<string, string>): TemplateCase {
  return { outcomes: new Map(), bits: 0, parameters, undecided: new Set(), filled: new Set() };
}
