/** A value, or a key, that can stand in a place. */
export interface OfferedValue {
  readonly value: string;
  readonly detail?: string;
  /** Markdown; that of the property when left out. */
  readonly documentation?: string | undefined;
  /** What a person may type to find it beside the value itself, such as the name of a Region. */
  readonly alsoKnownAs?: string;
}
