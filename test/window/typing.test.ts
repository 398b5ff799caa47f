import { template } from '@aurora-blueprint/core/testing/template-texts.ts';
import { describe, expect } from 'vitest';
import { test } from './window-test.ts';

const typed = `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:`;

/** VS Code takes the tab size from the lines of a file: four here. */
const uneven = `aurora:   1   # one
name: orders
primary:
    region: us-east-1
    instances:
       - {id: orders-a,class: db.r7g.large}
`;
const even = `aurora: 1 # one
name: orders
primary:
    region: us-east-1
    instances:
        - { id: orders-a, class: db.r7g.large }
`;

test.override('windowOptions', {
  files: {
    'typed.aurora.yaml': typed,
    'uneven.aurora.yaml': uneven,
    'stack.yaml': template('      Port: !If [A,33 , 44]   \n'),
  },
  settings: { '[aurora-blueprint]': { 'editor.linkedEditing': true } },
});

describe('Enter below the key of a list', () => {
  test('begins the line with a dash, and one that is typed all the same stays the only one', async ({ window }) => {
    await window.open('typed.aurora.yaml');
    // The server runs: there is something to say of a cluster without instances.
    await expect.poll(() => window.squiggles()).not.toEqual([]);
    await window.goTo(6, 13);
    await window.press('Enter');
    await expect.poll(() => window.cursor()).toBe('Ln 7, Col 7');
    await window.press('-');
    await expect.poll(() => window.cursor()).toBe('Ln 7, Col 6');
    await window.type(' { id: orders-a, class: db.r7g.large }');
    await window.press('Escape');
    await window.save();
    expect(await window.fileOnDisk('typed.aurora.yaml')).toBe(`${typed}\n    - { id: orders-a, class: db.r7g.large }`);
  });
});

describe('Format Document', () => {
  test('makes a blueprint even', async ({ window }) => {
    await window.open('uneven.aurora.yaml');
    await window.runCommand('Format Document');
    await expect.poll(() => window.text()).toContain('- { id: orders-a, class: db.r7g.large }');
    await window.save();
    expect(await window.fileOnDisk('uneven.aurora.yaml')).toBe(even);
  });

  test('makes a template even', async ({ window }) => {
    await window.open('stack.yaml');
    await window.runCommand('Format Document');
    await expect.poll(() => window.text()).toContain('Port: !If [A, 33, 44]');
    await window.save();
    expect(await window.fileOnDisk('stack.yaml')).toBe(template('      Port: !If [A, 33, 44]\n'));
  });
});

describe('linked editing, where it is switched on', () => {
  test('changes an instance id in all its places while it is typed', async ({ window }) => {
    await window.open('orders.aurora.yaml');
    const before = await window.fileOnDisk('orders.aurora.yaml');
    await window.find('orders-b');
    await window.press('ArrowRight');
    await window.page.locator('.linked-editing-decoration').first().waitFor();
    await window.type('-long');
    await expect.poll(() => window.text()).toContain('excludedMembers: [orders-a, orders-b-long]');
    await window.save();
    expect(await window.fileOnDisk('orders.aurora.yaml')).toBe(before.replaceAll('orders-b', 'orders-b-long'));
  });
});
