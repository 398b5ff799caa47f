import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SqlDialect } from '@aurora-blueprint/core/facts/ml.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DesignFiles } from './design-files.ts';
import { findGoverningDesign, type NamedDesign } from './governing-design.ts';

let root: string;
let designs: DesignFiles;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'aurora-governing-'));
  designs = new DesignFiles();
});
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const blueprint = (name: string, engine = 'aurora-postgresql') =>
  `aurora: 1\nname: ${name}\nengine: ${engine}\nprimary: { region: us-east-1 }\n`;
const cluster = (id: string, engine = 'aurora-postgresql', more = '') =>
  `  ${id}: { Type: "AWS::RDS::DBCluster", Properties: { Engine: ${engine}${more} } }\n`;
const template = (...clusters: string[]) => `Resources:\n${clusters.join('')}`;

/** Which design governs `sql/a.sql`, as `file#name`; or why none does, and the designs that could be named. */
function governing(dialect?: SqlDialect, named?: NamedDesign) {
  const sqlPath = join(root, 'sql/a.sql');
  const found = findGoverningDesign({ sqlPath, root, named, dialect, designs });
  if (found.governing === undefined) return found.undecided && [found.undecided.kind, ...found.undecided.names];
  return `${found.governing.path.slice(root.length + 1)}#${found.governing.name}`;
}
const bySql = (named: string): NamedDesign => ({ named, by: 'comment', from: join(root, 'sql') });

test('the nearest design governs, of a blueprint or of a cluster of a template', () => {
  expect(governing()).toBeUndefined();
  write('stack.template', template(cluster('Orders')));
  expect(governing()).toBe('stack.template#Orders');
  write('sql/orders.aurora.yml', blueprint('orders'));
  expect(governing()).toBe('sql/orders.aurora.yml#orders');
});

test('only a design of the dialect governs', () => {
  write('sql/fraud.aurora.yaml', blueprint('fraud', 'aurora-mysql'));
  write(
    'stack.json',
    JSON.stringify({ Resources: { Db: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-postgresql' } } } }),
  );
  expect(governing('postgresql')).toBe('stack.json#Db');
  expect(governing('mysql')).toBe('sql/fraud.aurora.yaml#fraud');
});

test('of two that are equally near none governs, and both could be named', () => {
  write('orders.aurora.yaml', blueprint('orders'));
  write('infra.yml', template(cluster('Billing'), cluster('Fraud', 'aurora-mysql')));
  expect(governing('postgresql')).toEqual(['equallyNear', '../infra.yml', '../orders.aurora.yaml']);
  expect(governing('mysql')).toBe('infra.yml#Fraud');
  write('infra.yml', template(cluster('Billing'), cluster('Ledger')));
  expect(governing('postgresql')).toEqual([
    'equallyNear',
    '../infra.yml#Billing',
    '../infra.yml#Ledger',
    '../orders.aurora.yaml',
  ]);
});

test('a template of the cluster that a blueprint beside it describes leaves that to the blueprint', () => {
  write('orders.aurora.yaml', blueprint('orders'));
  write('orders-us-east-1.yaml', template(cluster('Cluster', 'aurora-postgresql', ', DBClusterIdentifier: orders')));
  expect(governing()).toBe('orders.aurora.yaml#orders');
});

test('the design that is named governs, wherever it lies', () => {
  write('sql/near.aurora.yaml', blueprint('near'));
  write('infra/stack.yaml', template(cluster('Orders'), cluster('Billing')));
  write('infra/one.yaml', template(cluster('Only', 'aurora-mysql')));
  expect(governing('postgresql', bySql('../infra/one.yaml'))).toBe('infra/one.yaml#Only');
  expect(governing(undefined, bySql('../infra/stack.yaml#Billing'))).toBe('infra/stack.yaml#Billing');
  expect(governing(undefined, { named: 'infra/one.yaml', by: 'setting', from: root })).toBe('infra/one.yaml#Only');
});

test('a name that several designs have, or none, governs nothing', () => {
  write('sql/near.aurora.yaml', blueprint('near'));
  write('infra/stack.yaml', template(cluster('Orders'), cluster('Billing')));
  const both = ['../infra/stack.yaml#Orders', '../infra/stack.yaml#Billing'];
  expect(governing(undefined, bySql('../infra/stack.yaml'))).toEqual(['equallyNear', ...both]);
  expect(governing(undefined, bySql('../infra/stack.yaml#Oders'))).toEqual(['notFound', ...both]);
  expect(governing(undefined, bySql('../infra/stak.yaml'))).toEqual(['notFound', ...both, './near.aurora.yaml']);
});

test('a design is read again when it changed, and found when it is new or gone', () => {
  const path = write('orders.aurora.yaml', blueprint('orders'));
  expect(governing()).toBe('orders.aurora.yaml#orders');
  writeFileSync(path, blueprint('billing'));
  touch(path);
  expect(governing()).toBe('orders.aurora.yaml#billing');
  rmSync(path);
  touch(root);
  expect(governing()).toBeUndefined();
});

test('what is no template of Aurora is read once, until it is said to have changed', () => {
  const path = write('values.yaml', 'replicas: 3\n');
  expect(governing()).toBeUndefined();
  writeFileSync(path, template(cluster('Orders')));
  expect(governing()).toBeUndefined();
  expect(designs.changed(path)).toBe(true);
  expect(governing()).toBe('values.yaml#Orders');
  writeFileSync(path, 'replicas: 3\n');
  touch(path);
  expect(designs.changed(path)).toBe(true);
  expect(governing()).toBeUndefined();
  expect(designs.changed(path)).toBe(false);
  expect(designs.changed(write('elsewhere/values.json', '{}'))).toBe(false);
});

/** Sets the instant of the last change apart from the one before, which may lie in the same tick of the clock. */
function touch(path: string): void {
  const later = statSync(path).mtimeMs / 1000 + 1;
  utimesSync(path, later, later);
}
