/** What to do about each kind of YAML error, by the YAML library's code. */
const advice: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'An alias (*name) stands alone: take the anchor or tag before it away.',
  BAD_ALIAS: 'This alias is no name: write *name, where &name marks the value to repeat.',
  BAD_DIRECTIVE: 'YAML does not know this directive; take the line away.',
  BAD_DQ_ESCAPE: 'Double quotes do not know this escape. Write \\\\ for a backslash, or use single quotes.',
  BAD_INDENT: 'The indentation does not fit: align it with the lines of the same group, and close every [ and {.',
  BAD_PROP_ORDER: 'Anchors and tags stand before the value, on its line.',
  BAD_SCALAR_START: 'A value cannot begin with this character without quotes. Put the value in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'A second "key: value" on one line: begin a new line, or put the value in quotes.',
  BLOCK_IN_FLOW: 'Inside [ ] and { } write items and pairs on one level, separated by commas.',
  DUPLICATE_KEY: 'This key stands twice.',
  IMPOSSIBLE: 'This cannot be read as YAML.',
  KEY_OVER_1024_CHARS: 'A key has at most 1024 characters.',
  MISSING_CHAR: 'Something is missing here: a colon behind a key, a comma, or the closing quote or bracket.',
  MULTILINE_IMPLICIT_KEY: 'This line has no colon: write "key: value".',
  MULTIPLE_ANCHORS: 'A value can have one anchor.',
  MULTIPLE_DOCS: 'A second document begins here.',
  MULTIPLE_TAGS: 'A value can have one tag.',
  NON_STRING_KEY: 'A key is text.',
  TAB_AS_INDENT: 'YAML is indented with spaces: replace the tab.',
  TAG_RESOLVE_FAILED: 'A blueprint has no tags: take it away.',
  UNEXPECTED_TOKEN: 'This does not belong here: check the indentation of the line and the colon behind its key.',
};

/** The message for a YAML error: what to do, or the library's own words for a code we do not know. */
export function adviceFor(code: string, message: string): string {
  return advice[code] ?? `${message}.`;
}
