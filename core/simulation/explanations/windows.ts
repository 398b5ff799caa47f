import { type Note, note } from './note.ts';
import { sources } from './sources.ts';
import { inShort } from './span.ts';

/** A patch waits for the maintenance window. */
export function patchWaits(window: string, wait: number): Note {
  return note(
    'patch-waits',
    'patch waits',
    `The engine patch waits ${inShort(wait)} for the maintenance window ${window}.`,
    'An engine patch waits for the window of the cluster, not for those of its instances.',
    sources.maintenance,
  );
}

/** The automated backup of the day is taken. */
export function automatedBackup(window: string): Note {
  return note(
    'backup',
    'backup window',
    `The backup window ${window} opens, and nothing slows down.`,
    'Aurora backs up continuously out of its storage; no request waits for it.',
    sources.backupWindow,
  );
}
