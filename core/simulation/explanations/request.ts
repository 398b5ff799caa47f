import { type Note, note } from './note.ts';
import { sources } from './sources.ts';

/** Somebody calls for a failover inside the cluster. */
export function failoverCalled(target: string, writer: string | undefined): Note {
  return note(
    'failover-called',
    'failover called',
    `${target} is asked to take over; nobody writes meanwhile.`,
    writer === undefined
      ? 'There is no writer to close.'
      : `${writer} closes its connections and comes back as a reader.`,
    sources.highAvailability,
  );
}

/** What the scenario asks for cannot be done now. */
export function refused(what: string, why: string): Note {
  return note('refused', `no ${what}`, `Nothing happens: ${why}.`, `The scenario asks for a ${what} here.`, 'assumed');
}

/** An event that the simulator does not play. */
export function notSimulated(event: string, reason: string): Note {
  return note(
    'not-simulated',
    'not played',
    `${event} is not played: ${reason}.`,
    'What the run expects stays inconclusive.',
    'assumed',
  );
}
