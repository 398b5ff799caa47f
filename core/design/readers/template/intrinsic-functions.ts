import type { Range } from '../../../text/range.ts';
import { type Expression, entryOf } from './expression.ts';
import type { Resolution } from './resolution.ts';
import { callIdentity, computed, defaultsIn, identityOf, type Resolved } from './resolved.ts';

type Intrinsic = (resolver: Resolution, argument: Expression, range: Range) => Resolved;

/**
 * The intrinsic functions whose result can be known from the template alone; all others stay unknown.
 * Source: CloudFormation template reference, intrinsic functions.
 */
export const resolvers: Readonly<Record<string, Intrinsic>> = {
  Ref: (resolver, argument, range) =>
    argument.kind === 'scalar' ? resolver.reference(argument.text, range) : unknown('Ref', [], range),

  'Fn::GetAtt': (resolver, argument, range) => resolver.attribute(getAttName(resolver, argument), range),

  'Fn::If': (resolver, argument, range) => {
    if (argument.kind !== 'list') return unknown('Fn::If', [], range);
    const [condition, whenTrue, whenFalse] = argument.items;
    const outcome = condition?.kind === 'scalar' ? resolver.condition(condition.text) : undefined;
    const branch = outcome === true ? whenTrue : whenFalse;
    if (outcome !== undefined && branch !== undefined) return resolver.resolve(branch);
    return unknown(
      'Fn::If',
      argument.items.map((item) => resolver.resolve(item)),
      range,
    );
  },

  'Fn::Sub': (resolver, argument, range) => {
    const [template, own] = argument.kind === 'list' ? argument.items : [argument];
    if (template?.kind !== 'scalar') return unknown('Fn::Sub', [resolver.resolve(argument)], range);
    const parts = template.text.split(/(\$\{[^}]*\})/).map((part): Resolved => {
      const [, name] = /^\$\{\s*([^}]*?)\s*\}$/.exec(part) ?? [];
      if (name === undefined) return computed(part, range);
      if (name.startsWith('!')) return computed(`\${${name.slice(1)}}`, range);
      const given = entryOf(own, name)?.value;
      if (given !== undefined) return resolver.resolve(given);
      return name.includes('.') ? resolver.attribute(name, range) : resolver.reference(name, range);
    });
    return joined(parts, '', range);
  },

  'Fn::Join': (resolver, argument, range) => {
    const [delimiter, list] = argumentsOf(resolver, argument);
    if (delimiter?.kind !== 'scalar' || list?.kind !== 'list') return unknown('Fn::Join', [delimiter, list], range);
    return joined(list.items, delimiter.text, range);
  },

  'Fn::Select': (resolver, argument, range) => {
    const [index, list] = argumentsOf(resolver, argument);
    const item = index?.kind === 'scalar' && list?.kind === 'list' ? list.items[Number(index.text)] : undefined;
    return item ?? unknown('Fn::Select', [index, list], range);
  },

  'Fn::Split': (resolver, argument, range) => {
    const [delimiter, text] = argumentsOf(resolver, argument);
    if (delimiter?.kind !== 'scalar' || text?.kind !== 'scalar') return unknown('Fn::Split', [delimiter, text], range);
    return { kind: 'list', items: text.text.split(delimiter.text).map((part) => computed(part, range, [text])), range };
  },

  'Fn::Length': (resolver, argument, range) => {
    const list = resolver.resolve(argument);
    if (list.kind !== 'list') return unknown('Fn::Length', [list], range);
    return computed(`${list.items.length}`, range, list.items);
  },

  // All ways to ask for the AZs of the Region of the stack are one.
  'Fn::GetAZs': (resolver, argument, range) => {
    const region = resolver.resolve(argument);
    const isOfStack = ['null', '""', 'Ref AWS::Region'].includes(identityOf(region));
    return unknown('Fn::GetAZs', isOfStack ? [] : [region], range);
  },

  'Fn::FindInMap': (resolver, argument, range) => {
    const [map, first, second, options] = argumentsOf(resolver, argument);
    const keys = [map, first, second];
    if (!keys.every((key) => key?.kind === 'scalar')) return unknown('Fn::FindInMap', keys, range);
    const found = keys.reduce<Expression | undefined>(
      (value, key) => entryOf(value, key?.text ?? '')?.value,
      resolver.mappings,
    );
    if (found !== undefined) return withDefaults(resolver.resolve(found), keys);
    const fallback = options?.kind === 'map' ? options.entries.get('DefaultValue')?.value : undefined;
    return fallback ?? unknown('Fn::FindInMap', keys, range);
  },
};

function getAttName(resolver: Resolution, argument: Expression): string {
  if (argument.kind === 'scalar') return argument.text;
  return argument.kind === 'list' ? argument.items.map((item) => textOf(resolver.resolve(item))).join('.') : '';
}

function textOf(resolved: Resolved): string {
  return resolved.kind === 'scalar' ? resolved.text : identityOf(resolved);
}

function argumentsOf(resolver: Resolution, argument: Expression): readonly (Resolved | undefined)[] {
  return argument.kind === 'list' ? argument.items.map((item) => resolver.resolve(item)) : [];
}

function unknown(name: string, args: readonly (Resolved | undefined)[], range: Range): Resolved {
  return {
    kind: 'unknown',
    identity: callIdentity(
      name,
      args.filter((arg) => arg !== undefined),
    ),
    range,
  };
}

/** Texts behind each other; unknown when one of them is, and then the resource that they name stays recognisable. */
function joined(parts: readonly Resolved[], delimiter: string, range: Range): Resolved {
  if (parts.every((part) => part.kind === 'scalar')) {
    return computed(parts.map(({ text }) => text).join(delimiter), range, parts);
  }
  // What is empty says nothing: `${Name}` is the value of Name.
  const saying = delimiter === '' ? parts.filter((part) => part.kind !== 'scalar' || part.text !== '') : parts;
  const identity = saying.map(identityOf).join(`+${JSON.stringify(delimiter)}+`);
  const resource = resourceNamed(saying, delimiter);
  return { kind: 'unknown', identity, range, ...(resource === undefined ? {} : { resource }) };
}

/** The resource that a text of several parts names: alone, or at the end of an ARN or of a path. */
function resourceNamed(parts: readonly Resolved[], delimiter: string): string | undefined {
  const [before, last] = [parts.at(-2), parts.at(-1)];
  if (last?.kind !== 'unknown') return undefined;
  const inFront = before?.kind === 'scalar' ? before.text + delimiter : delimiter;
  return before === undefined || /[:/]$/.test(inFront) ? last.resource : undefined;
}

/** A value found by keys that may have come from the Default of a parameter. */
function withDefaults(found: Resolved, keys: readonly Resolved[]): Resolved {
  if (found.kind === 'list') return { ...found, items: found.items.map((item) => withDefaults(item, keys)) };
  if (found.kind !== 'scalar') return found;
  return { ...found, defaults: defaultsIn(keys) };
}
