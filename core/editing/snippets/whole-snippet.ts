/** Several lines that belong together, ready to be written: they fit the design and have no finding. */
export interface WholeSnippet {
  readonly label: string;
  readonly detail: string;
  /** With tab stops; lines after the first are indented from where it begins. */
  readonly text: string;
}
