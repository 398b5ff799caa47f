import { describe, expect, test } from 'vitest';
import { choosableVersions, type Engine } from '../facts/engine-versions.ts';
import * as features from '../facts/generated/engine-features.ts';
import { instanceClassSupport } from '../facts/instance-classes.ts';
import { compareEngineVersions, majorOf, minorOf, parseEngineVersion, supportsFeature } from './engine-version.ts';

const parse = (engine: Engine, text: string) => {
  const version = parseEngineVersion(engine, text);
  if (version === undefined) throw new Error(`${text} is no version`);
  return version;
};

describe('a version', () => {
  test.each([
    ['aurora-postgresql', '16.9', '16.10'],
    ['aurora-postgresql', '9.6.22', '16.1'],
    ['aurora-mysql', '8.0.mysql_aurora.3.04.6', '8.0.mysql_aurora.3.10.0'],
    ['aurora-mysql', '5.7.mysql_aurora.2.10.0', '5.7.mysql_aurora.2.10.0.1'],
    ['aurora-mysql', '8.0.mysql_aurora.3.12.0', '8.4.mysql_aurora.8.4.7'],
  ] as const)('of %s: %s is older than %s', (engine, older, newer) => {
    expect(compareEngineVersions(parse(engine, older), parse(engine, newer))).toBeLessThan(0);
    expect(compareEngineVersions(parse(engine, newer), parse(engine, older))).toBeGreaterThan(0);
    expect(compareEngineVersions(parse(engine, newer), parse(engine, newer))).toBe(0);
  });

  test.each([
    ['aurora-postgresql', '16'],
    ['aurora-postgresql', '8.0.mysql_aurora.3.10.1'],
    ['aurora-mysql', '8.0'],
    ['aurora-mysql', '5.7'],
    ['aurora-mysql', '5.7.12'],
    ['aurora-mysql', '16.9'],
  ] as const)('of %s: %s is no full version', (engine, text) => {
    expect(parseEngineVersion(engine, text)).toBeUndefined();
  });

  test.each([
    ['aurora-postgresql', '16.10-limitless', '16', '16.10'],
    ['aurora-mysql', '8.0.mysql_aurora.3.04.2', '3', '3.04'],
    ['aurora-mysql', '8.0.mysql_aurora.3.10.1', '3', '3.10'],
    ['aurora-mysql', '8.4.mysql_aurora.8.4.7', '8.4', '8.4.7'],
  ] as const)('of %s: %s is of major %s and minor %s', (engine, text, major, minor) => {
    expect([majorOf(engine, parse(engine, text)), minorOf(engine, parse(engine, text))]).toEqual([major, minor]);
  });

  test.each(['aurora-postgresql', 'aurora-mysql'] as const)('of %s: all that can be chosen are read', (engine) => {
    const versions = choosableVersions(engine).map((text) => parse(engine, text));
    expect(versions.length).toBeGreaterThan(20);
    expect([...versions].sort(compareEngineVersions)).toEqual(versions);
  });
});

describe('a feature', () => {
  test.each([
    // Within a major from the version listed.
    ['aurora-postgresql', '16.8', features.volume_256_tib, 'no'],
    ['aurora-postgresql', '16.9', features.volume_256_tib, 'yes'],
    ['aurora-postgresql', '16.10', features.volume_256_tib, 'yes'],
    ['aurora-mysql', '8.0.mysql_aurora.3.09.0', features.volume_256_tib, 'no'],
    ['aurora-mysql', '8.0.mysql_aurora.3.10.0', features.volume_256_tib, 'yes'],
    // Majors older and newer than those listed.
    ['aurora-postgresql', '14.22', features.volume_256_tib, 'no'],
    ['aurora-postgresql', '18.3', features.volume_256_tib, 'yes'],
    ['aurora-mysql', '5.7.mysql_aurora.2.12.0', features.volume_256_tib, 'no'],
    ['aurora-mysql', '8.4.mysql_aurora.8.4.7', features.volume_256_tib, 'yes'],
    // One version alone.
    ['aurora-postgresql', '11.9', features.global_database, 'yes'],
    ['aurora-postgresql', '11.12', features.global_database, 'no'],
    ['aurora-postgresql', '11.13', features.global_database, 'yes'],
    // A whole major, and no newer one.
    ['aurora-mysql', '5.6.mysql_aurora.1.23.0', features.multi_master, 'yes'],
    ['aurora-mysql', '5.7.mysql_aurora.2.12.0', features.multi_master, 'no'],
    // Every version and none need no version.
    ['aurora-mysql', undefined, features.fast_cloning, 'yes'],
    ['aurora-postgresql', undefined, features.backtrack, 'no'],
    // What is not known.
    [undefined, '16.9', features.volume_256_tib, 'unknown'],
    ['aurora-postgresql', undefined, features.volume_256_tib, 'unknown'],
    ['aurora-postgresql', '16', features.volume_256_tib, 'unknown'],
    ['aurora-mysql', '8.0', features.volume_256_tib, 'unknown'],
    // Limitless is a line of its own.
    ['aurora-postgresql', '16.4-limitless', features.limitless, 'yes'],
    ['aurora-postgresql', '16.9', features.limitless, 'no'],
    ['aurora-postgresql', '16.4-limitless', features.volume_256_tib, 'unknown'],
    // Instance classes are written the same way.
    ['aurora-postgresql', '13.9', instanceClassSupport('db.r7g.large'), 'no'],
    ['aurora-postgresql', '13.10', instanceClassSupport('db.r7g.large'), 'yes'],
    ['aurora-postgresql', '12.22', instanceClassSupport('db.r4.large'), 'yes'],
    ['aurora-postgresql', '13.9', instanceClassSupport('db.r4.large'), 'no'],
    ['aurora-mysql', '8.0.mysql_aurora.3.10.0', instanceClassSupport('db.t3.small'), 'no'],
    ['aurora-mysql', '8.0.mysql_aurora.3.10.0', instanceClassSupport('db.t3.medium'), 'yes'],
  ] as const)('%s %s %o: %s', (engine, version, feature, answer) => {
    if (feature === undefined) throw new Error('The catalogue has no such class.');
    expect(supportsFeature(engine, version, feature)).toBe(answer);
  });
});
