import type { Fact } from './fact.ts';
import { catalogue } from './generated/sources.ts';

/** Where a fact comes from, ready to be shown as a link. */
export interface Citation {
  readonly title: string;
  /** Page or section within the source; empty when the source has none. */
  readonly section: string;
  readonly url?: string;
}

interface SourceEntry {
  readonly title: string;
  readonly url?: string;
}

const sources: Readonly<Record<string, SourceEntry | undefined>> = catalogue.sources;

/** Resolves the source keys of a fact (`AUG26:aurora-replication`) to titles and addresses. */
export function citationsOf(fact: Fact): readonly Citation[] {
  return fact.source.map((source) => {
    const [key = '', ...section] = source.split(':');
    const entry = sources[key];
    if (entry === undefined) return { title: source, section: '' };
    const citation = { title: entry.title, section: section.join(':') };
    return entry.url === undefined ? citation : { ...citation, url: entry.url };
  });
}
