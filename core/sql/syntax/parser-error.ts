/** Where and why a parser stopped in one statement; offsets are UTF-16 units from the statement's beginning. */
export interface ParserError {
  /** In the parser's own words. */
  readonly message: string;
  /** Where the token begins that the parser cannot take; the length of the statement when it expects more. */
  readonly offset: number;
  /** Where that token ends, when the parser says so. */
  readonly end?: number;
}
