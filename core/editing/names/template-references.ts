import { isScalar, type Node, type Pair, type Scalar } from 'yaml';
import { isLoop } from '../../design/readers/template/for-each.ts';
import { LookUps } from './look-ups.ts';
import type { Mention } from './name.ts';
import type { CollectedName } from './name-table.ts';
import { callOf, type FunctionCall, itemsOf, pairsOf, textOf } from './template-syntax-node.ts';
import type { TemplateTable } from './template-table.ts';

/** Names that hold in a part of a template alone: the variables of `Fn::Sub` and of loops. */
export type Locals = ReadonlyMap<string, CollectedName<Mention>>;

const none: Locals = new Map();

/** Goes through values of a template and notes what its functions refer to. What they may mean is declared before. */
export class TemplateReferences {
  readonly lookUps = new LookUps();
  readonly #table: TemplateTable;

  constructor(table: TemplateTable) {
    this.#table = table;
  }

  /** Everything in a value. */
  value(node: Node | null, locals: Locals = none): void {
    const call = callOf(node);
    if (call === undefined) this.#content(node, locals);
    else this.#call(call, locals);
  }

  /** The entries of a section, with those that loops make of it. */
  entries(section: Node | null, visit: (pair: Pair, locals: Locals) => void, locals: Locals = none): void {
    for (const pair of pairsOf(section)) {
      if (!isLoop(textOf(pair.key) ?? '')) visit(pair, locals);
      else this.#loop(pair.value as Node | null, locals, (body, inner) => this.entries(body, visit, inner));
    }
  }

  /** What stands in a node, whatever its tag says. */
  #content(node: Node | null, locals: Locals): void {
    for (const item of itemsOf(node)) this.value(item, locals);
    for (const { key, value } of pairsOf(node)) {
      if (isLoop(textOf(key) ?? '')) {
        this.#loop(value as Node | null, locals, (body, inner) => this.#content(body, inner));
      } else {
        this.#loopVariables(key, locals);
        this.value(value as Node | null, locals);
      }
    }
    this.#loopVariables(node, locals);
  }

  #call({ name, argument, isShort }: FunctionCall, locals: Locals): void {
    const [first = null, ...others] = itemsOf(argument);
    switch (name) {
      case 'Ref':
        this.#reference(argument, locals);
        break;
      case 'Condition':
        this.#table.refer(['condition'], argument);
        break;
      case 'Fn::Sub':
        this.#substitution(argument, locals);
        break;
      case 'Fn::FindInMap':
        this.#lookUp(first, others, locals);
        break;
      case 'Fn::GetAtt':
        if (isScalar(argument)) this.#attribute(argument, locals);
        else this.#table.refer(['resource'], first);
        this.#values(others, locals);
        break;
      case 'Fn::If':
        this.#table.refer(['condition'], first);
        this.#values(others, locals);
        break;
      case 'Fn::ValueOf':
        this.#table.refer(['parameter'], first);
        this.#values(others, locals);
        break;
      default:
        if (isShort) this.#content(argument, locals);
        else this.value(argument, locals);
    }
  }

  #values(nodes: readonly (Node | null)[], locals: Locals): void {
    for (const node of nodes) this.value(node, locals);
  }

  #reference(node: Node | null, locals: Locals): void {
    const local = locals.get(textOf(node) ?? '');
    if (local === undefined || !isScalar(node)) this.#table.refer(['parameter', 'resource'], node);
    else local.mentions.push(this.#table.mentionOf(node));
  }

  /** `Resource.Attribute` in one scalar. */
  #attribute(node: Scalar, locals: Locals): void {
    const [resource = ''] = (textOf(node) ?? '').split('.');
    this.#table.referInPart(['resource'], node, resource);
    this.#loopVariables(node, locals);
  }

  /** A text with `${Name}` in it, and values for names that it brings along; `${!Name}` stands for itself. */
  #substitution(argument: Node | null, locals: Locals): void {
    const [template, own] = isScalar(argument) ? [argument, null] : itemsOf(argument);
    const inner = new Map(locals);
    const scope = this.#table.newScope();
    for (const pair of pairsOf(own)) {
      const name = this.#table.declare('substitution', pair, scope);
      if (name !== undefined) inner.set(name.text, name);
      this.value(pair.value as Node | null, locals);
    }
    if (!isScalar(template)) return;
    for (const { name, at } of this.#table.variablesIn(template, /\$\{\s*([A-Za-z0-9:.]+)\s*\}/g)) {
      const local = inner.get(name);
      const [resource = ''] = name.split('.');
      if (local !== undefined) local.mentions.push(this.#table.partOf(template, name, at));
      else
        this.#table.referInPart(name === resource ? ['parameter', 'resource'] : ['resource'], template, resource, at);
    }
  }

  /** A mapping and two keys of it. */
  #lookUp(mapping: Node | null, keys: readonly (Node | null)[], locals: Locals): void {
    const isPlain = (node: Node | null) => isScalar(node) && callOf(node) === undefined;
    const name = isPlain(mapping) ? textOf(mapping) : undefined;
    if (name !== undefined) this.#table.refer(['mapping'], mapping);
    else this.value(mapping, locals);
    for (const [index, key] of keys.entries()) {
      const level = index + 1;
      const isWritten = name !== undefined && isPlain(key);
      if (isWritten) this.#table.refer(['mappingKey'], key, { scope: LookUps.scopeOf(name, level) });
      else if (level <= 2) this.lookUps.add(name, level);
      this.value(key, locals);
    }
  }

  #loop(loop: Node | null, locals: Locals, visitBody: (body: Node | null, locals: Locals) => void): void {
    const [variable = null, collection = null, body = null] = itemsOf(loop);
    this.value(collection, locals);
    const name = this.#table.declareBy('loopVariable', variable, this.#table.newScope());
    visitBody(body, name === undefined ? locals : new Map([...locals, [name.text, name]]));
  }

  /** Variables of loops stand in any text and any key of the loop. */
  #loopVariables(node: unknown, locals: Locals): void {
    if (locals.size === 0 || !isScalar(node)) return;
    for (const { name, at } of this.#table.variablesIn(node, /[$&]\{\s*([A-Za-z0-9]+)\s*\}/g)) {
      locals.get(name)?.mentions.push(this.#table.partOf(node, name, at));
    }
  }
}
