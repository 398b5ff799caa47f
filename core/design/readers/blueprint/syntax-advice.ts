/** What to do about a YAML error: the first entry whose code and words fit counts. */
const advice: readonly (readonly [code: string, words: RegExp, advice: string])[] = [
  ['ALIAS_PROPS', /./, 'An alias (*name) stands alone: take the anchor or tag before it away.'],
  ['BAD_ALIAS', /Anchor/, 'An anchor is written &name, with a blank behind it.'],
  ['BAD_ALIAS', /./, 'An alias is written *name, where &name marks the value to repeat.'],
  ['BAD_COLLECTION_TYPE', /./, 'A blueprint has no tags: take it away.'],
  ['BAD_DIRECTIVE', /./, 'YAML does not know this directive; take the line away.'],
  ['BAD_DQ_ESCAPE', /./, 'Double quotes do not know this escape. Write \\\\ for a backslash, or use single quotes.'],
  ['BAD_INDENT', /end with a }/, 'This { is not closed: write } behind its last entry.'],
  ['BAD_INDENT', /end with a ]/, 'This [ is not closed: write ] behind its last entry.'],
  [
    'BAD_INDENT',
    /start at the same column/,
    'The indentation does not fit: align it with the other lines of its group.',
  ],
  ['BAD_INDENT', /./, 'The indentation does not fit: align it with the other lines of its group.'],
  ['BAD_PROP_ORDER', /./, 'Anchors and tags stand before the value, on its line.'],
  ['BAD_SCALAR_START', /./, 'A value cannot begin with this character. Put the value in quotes.'],
  ['BLOCK_AS_IMPLICIT_KEY', /sequence/, 'A list begins on the line below its key, one item a line.'],
  ['BLOCK_AS_IMPLICIT_KEY', /./, 'A second "key: value" on one line: begin a new line, or put the value in quotes.'],
  ['BLOCK_IN_FLOW', /./, 'Write a comma between two entries; inside [ ] and { } nothing begins with a dash.'],
  ['KEY_OVER_1024_CHARS', /./, 'A key has at most 1024 characters.'],
  ['MISSING_CHAR', /closing "/, 'This quote is not closed: write " behind the value.'],
  ['MISSING_CHAR', /closing '/, "This quote is not closed: write ' behind the value."],
  ['MISSING_CHAR', /end with a }/, 'This { is not closed: write } behind its last entry.'],
  ['MISSING_CHAR', /end with a ]/, 'This [ is not closed: write ] behind its last entry.'],
  ['MISSING_CHAR', /Missing space after :/, 'Write a blank behind the colon.'],
  ['MISSING_CHAR', /Missing , or :/, 'Write a comma between two entries, or a colon behind a key.'],
  ['MISSING_CHAR', /Missing ,/, 'Write a comma between two entries.'],
  ['MISSING_CHAR', /Comments/, 'Write a blank before the # of a comment.'],
  ['MISSING_CHAR', /indicator line/, 'Directives end with a line ---.'],
  ['MISSING_CHAR', /without - indicator/, 'Every item of a list begins with a dash: "- ".'],
  ['MISSING_CHAR', /followed by map values/, 'Write a colon and the value behind this key.'],
  ['MISSING_CHAR', /separated from the next token/, 'Write a blank behind the anchor or tag.'],
  ['MULTILINE_IMPLICIT_KEY', /./, 'This line has no colon: write "key: value".'],
  ['MULTIPLE_ANCHORS', /./, 'A value can have one anchor.'],
  ['MULTIPLE_TAGS', /./, 'A value can have one tag.'],
  ['NON_STRING_KEY', /./, 'A key is text.'],
  ['RESOURCE_EXHAUSTION', /./, 'This is nested too deep to be read. Simplify it.'],
  ['TAB_AS_INDENT', /./, 'YAML is indented with blanks: replace the tab.'],
  ['TAG_RESOLVE_FAILED', /./, 'A blueprint has no tags: take it away.'],
  ['UNEXPECTED_TOKEN', /Unexpected (,|empty item)/, 'A value is missing here, or the comma is one too many.'],
  ['UNEXPECTED_TOKEN', /Block scalar header/, 'Behind | or > the text begins on the next line.'],
  [
    'UNEXPECTED_TOKEN',
    /./,
    'This does not belong here: check the indentation of the line, its colon and its brackets.',
  ],
];

/** The message for a YAML error: what to do, or the library's own words for an error we do not know. */
export function adviceFor(code: string, message: string): string {
  return advice.find(([known, words]) => known === code && words.test(message))?.[2] ?? `${message}.`;
}
