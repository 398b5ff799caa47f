/** The documents of a text: JSON values behind each other, as when outputs are appended, or YAML documents. */
export function splitDocuments(text: string): readonly string[] {
  const isJson = /^\s*\{/.test(text);
  const documents = isJson ? splitJson(text) : text.split(/^---(?=\s|$)/m);
  return documents.filter((document) => document.trim() !== '');
}

/** Cuts behind each brace that closes an outermost object. */
function splitJson(text: string): readonly string[] {
  const documents: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') index = endOfString(text, index);
    if (character === '{') depth += 1;
    if (character !== '}') continue;
    depth -= 1;
    if (depth !== 0) continue;
    documents.push(text.slice(start, index + 1));
    start = index + 1;
  }
  return [...documents, text.slice(start)];
}

/** The quote that closes the string which opens at `start`, or the end of the text. */
function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text[index] !== '"') index += text[index] === '\\' ? 2 : 1;
  return index;
}
