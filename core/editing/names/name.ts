import { contains, type Range } from '../../text/range.ts';

/** What a name is the name of. */
export type NameKind =
  | 'instance'
  | 'cluster'
  | 'globalDatabase'
  | 'endpoint'
  | 'scenario'
  | 'sageMakerEndpoint'
  | 'sqlFunction'
  | 'snapshot'
  | 'region'
  | 'availabilityZone'
  | 'anchor'
  | 'parameter'
  | 'resource'
  | 'condition'
  | 'mapping'
  | 'mappingKey'
  | 'substitution'
  | 'loopVariable'
  | 'parameterGroup'
  | 'subnetGroup';

/** How a text writes a name, and so what another name looks like in its place. */
export type Writing =
  | 'plain'
  /** Without quotes, where a comma or a bracket would end it. */
  | 'plain-in-flow'
  | 'single-quoted'
  | 'double-quoted'
  /** Between other characters, as in an ARN or a `Fn::Sub`. */
  | 'part'
  /** Through `*anchor`: the characters stand elsewhere. */
  | 'alias'
  /** In a block scalar, or otherwise so that it cannot be replaced in place. */
  | 'fixed';

/** One place at which a name is written. */
export interface Mention {
  /** The characters of the name, without quotes. */
  readonly range: Range;
  readonly role: 'declaration' | 'reference';
  readonly writing: Writing;
  /** All of what is declared, or of the value that refers to it. */
  readonly whole: Range;
}

/** A name with everywhere it is written in one text. */
export interface Name {
  readonly kind: NameKind;
  readonly text: string;
  /** Names of one scope and kind have to differ: a design, a section of a template. */
  readonly scope: string;
  /** In order of the text; nothing declares a name that has no declaration among them. */
  readonly mentions: readonly Mention[];
  /** Set where the design that this text names declares it, in a text of its own. */
  readonly isDeclaredBeside?: boolean;
  /** Why another name cannot be given to it, as a sentence; undefined when it can. */
  readonly obstacle?: string;
}

/** A name where a cursor stands on it. */
export interface NameAt {
  readonly name: Name;
  readonly mention: Mention;
}

/** All names of one text. */
export class NameIndex {
  readonly names: readonly Name[];

  constructor(names: readonly Name[]) {
    this.names = names.map((name) => ({ ...name, mentions: inOrder(name.mentions) }));
  }

  /** The name at an offset. Where several share a place, the one that is written there counts before those it leads to. */
  at(offset: number): NameAt | undefined {
    let best: NameAt | undefined;
    for (const name of this.names) {
      for (const mention of name.mentions) {
        if (contains(mention.range, offset) && (best === undefined || isCloser(mention, best.mention))) {
          best = { name, mention };
        }
      }
    }
    return best;
  }
}

function inOrder(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.toSorted((a, b) => a.range.start - b.range.start);
}

function isCloser(one: Mention, other: Mention): boolean {
  if ((one.writing === 'alias') !== (other.writing === 'alias')) return other.writing === 'alias';
  return one.range.end - one.range.start < other.range.end - other.range.start;
}

/** The places that declare a name. */
export function declarationsOf({ mentions }: Name): readonly Mention[] {
  return mentions.filter(({ role }) => role === 'declaration');
}
