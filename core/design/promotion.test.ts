import fc from 'fast-check';
import { expect, test } from 'vitest';
import { known } from './node.ts';
import { choosePromotion, isMultiMaster, nextWriterOf, readersOf, writerOf } from './promotion.ts';
import { readBlueprint } from './readers/blueprint.ts';

function candidate(id: string, promotionTier: number, instanceClass?: string) {
  return { id, promotionTier, class: instanceClass };
}

function designOf(clusters: string) {
  const design = readBlueprint(`aurora: 1\nname: d\nengine: aurora-mysql\n${clusters}`).documents[0]?.design;
  if (design === undefined) throw new Error('the example holds no design');
  return design;
}

const idOf = (instance: ReturnType<typeof writerOf>) => instance && known(instance.id);

test('the lowest tier is promoted, however small its class', () => {
  const small = candidate('b', 0, 'db.r7g.large');
  const large = candidate('c', 1, 'db.r7g.8xlarge');
  expect(choosePromotion([large, small])).toEqual({ promoted: small, reason: { kind: 'lowest-tier', over: large } });
});

test('within a tier the largest class is promoted', () => {
  const large = candidate('c', 1, 'db.r7g.2xlarge');
  const medium = candidate('b', 1, 'db.r7g.xlarge');
  const small = candidate('d', 1, 'db.r7g.large');
  const promotion = choosePromotion([small, medium, large]);
  expect(promotion).toEqual({ promoted: large, reason: { kind: 'largest-class', over: medium } });
});

test('tier and class alike: the first of the file, and it is said that it may be any', () => {
  const b = candidate('b', 1, 'db.r7g.large');
  const c = candidate('c', 1, 'db.r7g.large');
  expect(choosePromotion([b, c])).toEqual({ promoted: b, reason: { kind: 'arbitrary', among: [b, c] } });
});

test('a class of unknown size is neither larger nor smaller', () => {
  const serverless = candidate('b', 1, 'db.serverless');
  const large = candidate('c', 1, 'db.r7g.16xlarge');
  const small = candidate('d', 1, 'db.r7g.large');
  const promotion = choosePromotion([small, serverless, large]);
  expect(promotion?.reason).toEqual({ kind: 'arbitrary', among: [serverless, large] });
});

test('one candidate needs no comparison, none gives no promotion', () => {
  const only = candidate('b', 15);
  expect(choosePromotion([only])).toEqual({ promoted: only, reason: { kind: 'only-candidate' } });
  expect(choosePromotion([])).toBeUndefined();
});

test('nobody of a lower tier, and nobody larger in the same tier, is ever passed over', () => {
  const sizes = ['db.r7g.large', 'db.r7g.xlarge', 'db.r7g.2xlarge'];
  const entry = fc.record({ tier: fc.integer({ min: 0, max: 3 }), size: fc.integer({ min: 0, max: 2 }) });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 16 }), (entries) => {
      const all = entries.map(({ tier, size }, index) => ({ ...candidate(`i${index}`, tier, sizes[size]), size }));
      const promotion = choosePromotion(all);
      const rank = ({ promotionTier, size }: (typeof all)[number]) => promotionTier * 10 - size;
      const best = Math.min(...all.map(rank));
      expect(promotion && rank(promotion.promoted)).toBe(best);
      expect(promotion?.reason.kind === 'arbitrary').toBe(all.filter((one) => rank(one) === best).length > 1);
    }),
  );
});

test('the writer is who says so, else the first instance', () => {
  const said = designOf('primary: { region: us-east-1, instances: [{ id: a }, { id: b, role: writer }] }');
  expect(idOf(writerOf(said, said.primary))).toBe('b');
  expect(readersOf(said, said.primary).map(idOf)).toEqual(['a']);
  const silent = designOf('primary: { region: us-east-1, instances: [{ id: a }, { id: b }] }');
  expect(idOf(writerOf(silent, silent.primary))).toBe('a');
  const empty = designOf('primary: { region: us-east-1 }');
  expect(writerOf(empty, empty.primary)).toBeUndefined();
});

test('a secondary of a global database has no writer, one fed by binlog has', () => {
  const design = designOf(`primary: { region: us-east-1, instances: [{ id: a }] }
secondaries:
  - { region: eu-west-1, instances: [{ id: e }] }
  - { region: eu-west-2, replication: binlog, instances: [{ id: f }] }`);
  const [global, binlog] = design.secondaries.items;
  expect(global && idOf(writerOf(design, global))).toBeUndefined();
  expect(global && readersOf(design, global).map(idOf)).toEqual(['e']);
  expect(binlog && idOf(writerOf(design, binlog))).toBe('f');
});

test('tier 1 counts where none is written', () => {
  const design = designOf(
    'primary: { region: us-east-1, instances: [{ id: a }, { id: b, promotionTier: 2 }, { id: c }] }',
  );
  expect(nextWriterOf(design, design.primary)?.promoted.id).toBe('c');
});

test('nothing is said about the next writer while a tier is unknown', () => {
  const design = designOf('primary: { region: us-east-1, instances: [{ id: a }, { id: b, promotionTier: soon }] }');
  expect(nextWriterOf(design, design.primary)).toBeUndefined();
});

test('a multi-master cluster has writers alone, so that nobody is promoted', () => {
  const design = designOf('primary: { engineMode: multimaster, instances: [{ id: a }, { id: b }] }');
  expect(isMultiMaster(design, design.primary)).toBe(true);
  expect(idOf(writerOf(design, design.primary))).toBe('a');
  expect(readersOf(design, design.primary)).toEqual([]);
  expect(nextWriterOf(design, design.primary)).toBeUndefined();
});
