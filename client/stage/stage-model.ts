import { type PathAtResult, pathAtMethod } from '@aurora-blueprint/core/protocol/location-requests.ts';
import type { MessageToPanel } from '@aurora-blueprint/core/protocol/panel-messages.ts';
import {
  type FaultsResult,
  faultsMethod,
  type Run,
  type SimulateResult,
  simulateMethod,
} from '@aurora-blueprint/core/protocol/simulation-requests.ts';
import { type TopologyResult, topologyMethod } from '@aurora-blueprint/core/protocol/topology-request.ts';
import type { Position, TextDocument } from 'vscode';
import { type LanguageServer, serverFailure } from '../language-server.ts';

const nothingOpen = 'Open a blueprint (a file that ends in .aurora.yaml) to see its topology.';

/** What the panel shows: asks the server about the followed document and hands the answers on. */
export class StageModel {
  readonly server: LanguageServer;
  readonly #post: (message: MessageToPanel) => void;
  #document: TextDocument | undefined;
  /** Which design of the document is shown. */
  #design = 0;
  #lastRun: { readonly run: Run; readonly seed: number } | undefined;
  #refreshing: Promise<void> | undefined;
  #isOutdated = false;

  constructor(server: LanguageServer, post: (message: MessageToPanel) => void) {
    this.server = server;
    this.#post = post;
  }

  get document(): TextDocument | undefined {
    return this.#document;
  }

  /** Which design of the followed document is shown, from 0. */
  get design(): number {
    return this.#design;
  }

  /** Follows a document, showing the design with an index, or where none is given the one shown last. */
  follow(document: TextDocument, design?: number): void {
    const isOther = !this.#isFollowed(document);
    const index = design ?? (isOther ? 0 : this.#design);
    if (isOther || index !== this.#design) this.#lastRun = undefined;
    this.#document = document;
    this.#design = index;
    void this.refresh();
  }

  /** The panel is gone: nothing is asked any more. */
  unfollow(): void {
    this.#document = undefined;
  }

  documentChanged(document: TextDocument): void {
    if (this.#isFollowed(document) || this.#isPlayed(document)) void this.refresh();
  }

  documentClosed(document: TextDocument): void {
    if (!this.#isFollowed(document)) return;
    this.#document = undefined;
    this.#postEmpty(nothingOpen);
  }

  async cursorMoved(document: TextDocument, position: Position): Promise<void> {
    if (!this.#isFollowed(document)) return;
    const uri = document.uri.toString();
    await this.#orSayWhyNot(async () => {
      const { path, design } = await this.server.request<PathAtResult>(pathAtMethod, { uri, position });
      if (design !== undefined && design !== this.#design && this.#isFollowed(document)) this.follow(document, design);
      this.#post({ kind: 'cursor', path });
    });
  }

  /** Plays a fault or a scenario on the followed document, and again whenever the document changes. */
  async simulate(run: Run, seed: number): Promise<void> {
    this.#lastRun = { run, seed };
    await this.refresh();
  }

  /** Asks for everything again. While an answer is under way, one more question is enough. */
  async refresh(): Promise<void> {
    this.#isOutdated = true;
    this.#refreshing ??= this.#refreshWhileOutdated().finally(() => {
      this.#refreshing = undefined;
    });
    await this.#refreshing;
  }

  async #refreshWhileOutdated(): Promise<void> {
    while (this.#isOutdated) {
      this.#isOutdated = false;
      const document = this.#document;
      if (document === undefined) this.#postEmpty(nothingOpen);
      else await this.#orSayWhyNot(() => this.#ask(document.uri.toString()));
    }
  }

  async #orSayWhyNot(ask: () => Promise<void>): Promise<void> {
    try {
      await ask();
    } catch (error) {
      this.#post({ kind: 'problem', sentence: serverFailure(error) });
    }
  }

  async #ask(uri: string): Promise<void> {
    const design = this.#design;
    const [topology, faults] = await Promise.all([
      this.server.request<TopologyResult>(topologyMethod, { uri }),
      this.server.request<FaultsResult>(faultsMethod, { uri, design }),
    ]);
    const { topologies, stale } = topology;
    if (topologies.length === 0) {
      this.#postEmpty('This file holds no design yet.');
      return;
    }
    this.#post({ kind: 'topology', uri, topologies, design, ...(stale === undefined ? {} : { stale }) });
    this.#post({ kind: 'faults', faults: faults.faults, scenarios: faults.scenarios });
    if (this.#lastRun === undefined) return;
    const result = await this.server.request<SimulateResult>(simulateMethod, { uri, design, ...this.#lastRun });
    if ('timeline' in result) this.#post({ kind: 'timeline', timeline: result.timeline });
    else this.#post({ kind: 'problem', sentence: result.problem });
  }

  #isFollowed(document: TextDocument): boolean {
    return document.uri.toString() === this.#document?.uri.toString();
  }

  /** Whether the scenario that is played stands in a document. */
  #isPlayed(document: TextDocument): boolean {
    const { run } = this.#lastRun ?? {};
    return run !== undefined && 'scenario' in run && run.file === document.uri.toString();
  }

  #postEmpty(sentence: string): void {
    this.#lastRun = undefined;
    this.#post({ kind: 'empty', sentence, canCreateExample: true });
  }
}
