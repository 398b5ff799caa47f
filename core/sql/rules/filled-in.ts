/** Whether something else fills a literal in before the database sees it: `{{ lang }}`, `${lang}`, `%s`, `<lang>`, `:lang`. */
export function mayBeFilledIn(text: string): boolean {
  return /\{\{|\{%|\$\{|%[sILd(]|%\w+%|^[<:&@]\w|<\w+>|\$\(/.test(text);
}
