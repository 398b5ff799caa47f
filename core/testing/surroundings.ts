import fc from 'fast-check';
import { type Document, isMap, isSeq, parseDocument, type Scalar, visit } from 'yaml';

/** Things that may stand around an example of a rule and name its instances. */
interface Surrounding {
  readonly members: 'staticMembers' | 'excludedMembers';
  readonly events: readonly ('crash' | 'restart' | 'fail' | 'failover' | 'remove')[];
  readonly expectations: readonly ('promoted' | 'writer' | 'endpoints')[];
  /** Which of the texts in the file gets an anchor, and is used a second time; none when left out. */
  readonly shared: number | undefined;
}

/** Surroundings that name every instance of a blueprint: in custom endpoints, events and expectations. */
export const surroundings: fc.Arbitrary<Surrounding> = fc.record({
  members: fc.constantFrom('staticMembers', 'excludedMembers'),
  events: fc.subarray(['crash', 'restart', 'fail', 'failover', 'remove'] as const, { minLength: 1 }),
  expectations: fc.subarray(['promoted', 'writer', 'endpoints'] as const, { minLength: 1 }),
  shared: fc.option(fc.nat({ max: 40 }), { nil: undefined }),
});

/** The blueprint with surroundings; those parts that it has already stay as they are. */
export function surround(text: string, { members, events, expectations, shared }: Surrounding): string {
  const document = parseDocument(text);
  const ids = instanceIds(document.getIn(['primary', 'instances'], true));
  if (ids.length > 0 && !document.hasIn(['primary', 'endpoints'])) {
    document.setIn(['primary', 'endpoints'], document.createNode([{ id: 'around', type: 'ANY', [members]: ids }]));
  }
  const scenarios = [
    ...ids.flatMap((id, index) => events.map((event) => scenario(`${event} ${index}`, eventOf(event, id)))),
    ...ids.flatMap((id, index) =>
      expectations.map((kind) => ({
        ...scenario(`expect ${kind} ${index}`, { crash: 'writer' }),
        expect: expectationOf(kind, id),
      })),
    ),
  ];
  const own = document.get('scenarios', true);
  if (isSeq(own)) own.items.push(...scenarios.map((item) => document.createNode(item)));
  else if (scenarios.length > 0 && own === undefined) document.set('scenarios', document.createNode(scenarios));
  if (shared !== undefined) share(document, shared);
  return document.toString({ lineWidth: 0 });
}

function instanceIds(list: unknown): readonly string[] {
  if (!isSeq(list)) return [];
  return list.items.flatMap((item) =>
    isMap(item) && typeof item.get('id') === 'string' ? [String(item.get('id'))] : [],
  );
}

const scenario = (name: string, event: object) => ({
  name,
  seed: 1,
  duration: '10m',
  events: [{ at: '60s', ...event }],
});

function eventOf(event: Surrounding['events'][number], id: string): object {
  if (event === 'fail') return { fail: 'instance', target: id };
  if (event === 'failover') return { failover: 'cluster', target: id };
  return { [event]: id };
}

function expectationOf(kind: Surrounding['expectations'][number], id: string): object {
  if (kind === 'promoted') return { promoted: id };
  if (kind === 'writer') return { at: [{ at: '300s', writer: id }] };
  return { at: [{ at: '300s', endpoints: { around: [id] } }] };
}

/** Gives one of the texts of a document an anchor, and uses it as the name of a scenario at the end. */
function share(document: Document, choice: number): void {
  const texts: Scalar[] = [];
  visit(document, {
    Scalar(key, node) {
      if (key !== 'key' && typeof node.value === 'string') texts.push(node);
    },
  });
  const scenarios = document.get('scenarios', true);
  const text = texts[choice % Math.max(1, texts.length)];
  if (text === undefined || !isSeq(scenarios)) return;
  const last = document.createNode({
    ...scenario('last', { crash: 'writer' }),
    name: document.createAlias(text, 'shared'),
  });
  scenarios.items.push(last);
}
