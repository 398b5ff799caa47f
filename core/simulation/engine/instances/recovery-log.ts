import type { Basis, Instant, RecoveryPart } from '../../timeline.ts';

/** A stretch without writes, from the loss of the writer until the cluster endpoint takes writes again. */
export interface Recovery {
  readonly cause: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly parts: readonly RecoveryPart[];
}

/** An outage that lasts; `mark` is the instant up to which its parts say what it was spent on. */
interface OpenRecovery {
  readonly cause: string;
  readonly from: Instant;
  mark: Instant;
  readonly parts: RecoveryPart[];
}

/** What a log holds, as copies that nothing changes any more. */
export interface RecoveryLogSnapshot {
  readonly finished: readonly Recovery[];
  readonly open: Readonly<OpenRecovery> | undefined;
}

/** Follows the outages of the primary, one at a time, and what each stretch of them was spent on. */
export class RecoveryLog {
  readonly finished: Recovery[] = [];
  #open: OpenRecovery | undefined;

  /** The outage that lasts, if one does: what began it, and when. */
  get open(): { readonly cause: string; readonly from: Instant } | undefined {
    return this.#open;
  }

  /** The writer is gone. Within an outage nothing new begins. */
  begin(cause: string, now: Instant): void {
    this.#open ??= { cause, from: now, mark: now, parts: [] };
  }

  /** What the time since the last mark was spent on; what goes on with the same is one part. */
  spent(part: string, basis: Basis, now: Instant): void {
    if (this.#open === undefined || now === this.#open.mark) return;
    const { parts, mark } = this.#open;
    const last = parts.at(-1);
    const before = last?.part === part ? last.milliseconds : 0;
    parts.splice(before === 0 ? parts.length : -1, 1, { part, milliseconds: before + now - mark, basis });
    this.#open.mark = now;
  }

  /** Writes are taken again. */
  end(now: Instant): Recovery | undefined {
    if (this.#open === undefined) return undefined;
    const { cause, from, parts } = this.#open;
    const recovery = { cause, from, until: now, parts };
    this.finished.push(recovery);
    this.#open = undefined;
    return recovery;
  }

  snapshot(): RecoveryLogSnapshot {
    return { finished: [...this.finished], open: copyOf(this.#open) };
  }

  restore({ finished, open }: RecoveryLogSnapshot): void {
    this.finished.splice(0, this.finished.length, ...finished);
    this.#open = copyOf(open);
  }
}

function copyOf(open: OpenRecovery | undefined): OpenRecovery | undefined {
  return open && { ...open, parts: [...open.parts] };
}
