import { TestRunner } from 'vitest';
import { Message, type ResponseMessage } from 'vscode-languageserver-protocol/node';

/** What a document is to the server. */
export type DocumentKind = 'blueprint' | 'scenarios' | 'cloudformation' | 'sql';

/** A method of the protocol that was seen to work on a kind of document; without one where it concerns none. */
export interface Exercise {
  readonly method: string;
  readonly kind?: DocumentKind;
}

declare module 'vitest' {
  interface TaskMeta {
    /** What the test has seen the language server do. */
    lsp?: Exercise[];
  }
}

/** A notification to the server, which shows its effect in what comes later. */
interface Pending {
  readonly method: string;
  readonly uri: string | undefined;
}

/**
 * Watches what an editor and the server tell each other, and notes in the running test which methods it has seen work:
 * a request by an answer that is not empty, a notification to the server by the next such answer about its document.
 */
export class Exercises {
  readonly #asked = new Map<unknown, Pending>();
  readonly #askedByServer = new Map<unknown, string>();
  /** Seen between tests; the next test that notes something takes them over. */
  readonly #seen: Exercise[] = [];
  #pending: Pending[] = [];
  #lastUri: string | undefined;

  /** Watches a message of the editor. */
  sent(message: Message): void {
    if (Message.isRequest(message)) {
      this.#asked.set(message.id, { method: message.method, uri: uriOf(message.params) });
    } else if (Message.isNotification(message)) {
      this.#pending.push({ method: message.method, uri: uriOf(message.params) });
    } else if (Message.isResponse(message) && message.error === undefined) {
      const method = this.#askedByServer.get(message.id);
      if (method !== undefined) this.#confirm(method);
    }
  }

  /** Watches a message of the server. */
  received(message: Message): void {
    if (Message.isRequest(message)) this.#askedByServer.set(message.id, message.method);
    if (Message.isResponse(message)) this.#answered(message);
  }

  /** Diagnostics arrived that a test has waited for. */
  published(method: string, uri: string, diagnostics: readonly unknown[]): void {
    this.#confirm(diagnostics.length === 0 ? undefined : method, uri);
  }

  /** The process ended as it was told. */
  ended(): void {
    this.#pending = this.#pending.filter(({ method }) => method === 'exit');
    this.#confirm();
  }

  #answered(message: ResponseMessage): void {
    const asked = this.#asked.get(message.id);
    if (asked === undefined || message.error !== undefined) return;
    if (asked.method === 'shutdown') this.#note('shutdown');
    if (isEmpty(message.result)) return;
    const uris = asked.uri === undefined ? urisIn(message.result) : [asked.uri];
    if (uris.length === 0 && this.#lastUri !== undefined && /\/resolve$/.test(asked.method)) uris.push(this.#lastUri);
    this.#confirm(asked.method, ...uris);
    this.#lastUri = uris.at(-1) ?? this.#lastUri;
  }

  /** Something works, on some documents; so do the notifications before it that concern these or none. */
  #confirm(method?: string, ...uris: readonly string[]): void {
    const isConfirmed = ({ uri }: Pending) => uri === undefined || uris.includes(uri);
    const confirmed = this.#pending.filter(isConfirmed);
    this.#pending = this.#pending.filter((one) => !isConfirmed(one));
    for (const one of confirmed) this.#note(one.method, one.uri);
    if (method === undefined) return;
    if (uris.length === 0) this.#note(method);
    for (const uri of uris) this.#note(method, uri);
  }

  #note(method: string, uri?: string): void {
    this.#seen.push(uri === undefined ? { method } : { method, kind: kindOf(uri) });
    const test = TestRunner.getCurrentTest();
    if (test === undefined) return;
    test.meta.lsp ??= [];
    const noted = test.meta.lsp;
    for (const one of this.#seen.splice(0)) {
      if (!noted.some(({ method, kind }) => method === one.method && kind === one.kind)) noted.push(one);
    }
  }
}

function kindOf(uri: string): DocumentKind {
  if (/\.aurora\.ya?ml$/.test(uri)) return 'blueprint';
  if (/\.scenario\.ya?ml$/.test(uri)) return 'scenarios';
  return uri.endsWith('.sql') ? 'sql' : 'cloudformation';
}

/** The document that a message is about; what is resolved carries it along. */
function uriOf(params: unknown): string | undefined {
  type Named = { uri?: string } | undefined;
  const { textDocument, uri, data } = (params ?? {}) as { textDocument?: Named; uri?: string; data?: Named };
  return textDocument?.uri ?? uri ?? data?.uri;
}

/** The files that an answer about the workspace names, as keys or as values. */
function urisIn(answer: unknown): string[] {
  return [...new Set(JSON.stringify(answer).match(/(?<=")file:[^"]+(?=")/g) ?? [])];
}

/** Nothing, or lists of nothing: an answer that shows nothing. */
function isEmpty(answer: unknown): boolean {
  if (answer === null || answer === undefined) return true;
  if (typeof answer !== 'object') return false;
  const members = Object.values(answer);
  const inner = members.filter((member) => typeof member === 'object' && member !== null);
  return Array.isArray(answer) || inner.length === 0 ? members.length === 0 : inner.every(isEmpty);
}
