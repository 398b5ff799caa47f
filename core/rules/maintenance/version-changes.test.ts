import { describe, expect, test } from 'vitest';
import { saidOfEdit } from '../../testing/edits.ts';
import { instance, template } from '../../testing/template-texts.ts';

describe('AUR527: the engine version of a template', () => {
  const text = (version: string, more = '') =>
    template(`      EngineVersion: ${version}\n${more}`, { resources: instance('A') });

  test.each([
    ['8.0.mysql_aurora.3.10.0', '8.0.mysql_aurora.3.08.0', 1],
    ['8.4.mysql_aurora.8.4.7', '8.0.mysql_aurora.3.10.0', 1],
    ['8.0.mysql_aurora.3.08.0', '8.0.mysql_aurora.3.10.0', 0],
    ['8.0.mysql_aurora.3.10.0', '"8.0"', 0],
    ['"8.0"', '8.0.mysql_aurora.3.08.0', 0],
    ['!Ref Version', '8.0.mysql_aurora.3.08.0', 0],
  ])('from %s to %s', (before, after, count) => {
    const own = saidOfEdit(text(before), text(after)).filter((one) => one.includes('AUR527'));
    expect(own).toHaveLength(count);
    if (count > 0) expect(own[0]).toContain(`warning AUR527 EngineVersion goes back from ${before} to ${after}, and`);
  });

  test('is not that of an instance', () => {
    const text = (version: string) => template('', { resources: instance('A', `      EngineVersion: ${version}\n`) });
    expect(saidOfEdit(text('8.0.mysql_aurora.3.10.0'), text('8.0.mysql_aurora.3.08.0'))).toEqual([]);
  });

  test('is not compared while the engine is not known', () => {
    const unknown = (version: string) =>
      text(version).replace('aurora-mysql', '!ImportValue engine').replace('aurora-mysql', 'aurora-postgresql');
    expect(saidOfEdit(unknown('"16.9"'), unknown('"16.8"')).join()).not.toContain('AUR527');
  });

  test('is that of another cluster where the cluster is replaced', () => {
    const [before, after] = [
      text('8.0.mysql_aurora.3.10.0', '      DatabaseName: a\n'),
      text('8.0.mysql_aurora.3.08.0', '      DatabaseName: b\n'),
    ];
    expect(saidOfEdit(before, after).join()).not.toContain('AUR527');
    const other = text('"16.9"').replaceAll('aurora-mysql', 'aurora-postgresql');
    expect(saidOfEdit(text('8.4.mysql_aurora.8.4.7'), other).join()).not.toContain('AUR527');
  });
});

describe('AUR527: the engine version of a blueprint', () => {
  const text = (top: string, own = '', engine = 'aurora-postgresql') => `aurora: 1
name: orders
engine: ${engine}
engineVersion: "${top}"
primary: { region: us-east-1, instances: [{ id: a, class: db.r7g.large }, { id: b, class: db.r7g.large }] }
secondaries: [{ region: eu-west-1, ${own} instances: [{ id: c, class: db.r7g.large }] }]
`;
  const of = (before: string, after: string) => saidOfEdit(before, after).filter((one) => one.includes('AUR527'));

  test('is said once for all clusters for which it stands', () => {
    expect(of(text('16.9'), text('16.8'))).toEqual([
      expect.stringContaining('engineVersion goes back from 16.9 to 16.8'),
    ]);
    expect(of(text('16.8'), text('16.9'))).toEqual([]);
    expect(of(text('17.4'), text('16.9'))).toHaveLength(1);
  });

  test('is that of the cluster where it states one', () => {
    expect(of(text('16.9', 'engineVersion: "16.9",'), text('16.9', 'engineVersion: "16.8",'))).toHaveLength(1);
  });

  test('is not compared between engines, nor with Limitless', () => {
    expect(of(text('16.9'), text('8.0.mysql_aurora.3.08.0', '', 'aurora-mysql'))).toEqual([]);
    expect(of(text('16.9'), text('16.8-limitless'))).toEqual([]);
    expect(of(text('16.8-limitless'), text('16.6-limitless'))).toHaveLength(1);
  });
});
