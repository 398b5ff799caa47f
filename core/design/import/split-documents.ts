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
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (token === '{') depth += 1;
    if (token !== '}') continue;
    depth -= 1;
    if (depth !== 0) continue;
    documents.push(text.slice(start, index + 1));
    start = index + 1;
  }
  return [...documents, text.slice(start)];
}
