/** A call of an intrinsic function, written in its short form. */
export class Intrinsic {
  readonly name: 'Ref' | 'GetAtt' | 'Sub';
  readonly argument: string;

  constructor(name: Intrinsic['name'], argument: string) {
    this.name = name;
    this.argument = argument;
  }
}

/** A value of a template. */
export type TemplateValue = string | number | boolean | Intrinsic | readonly TemplateValue[] | TemplateMap;

/** A mapping of a template; what is undefined is not written. */
export interface TemplateMap {
  readonly [key: string]: TemplateValue | undefined;
}

/** `!Ref` of a parameter or a resource. */
export function ref(logicalId: string): Intrinsic {
  return new Intrinsic('Ref', logicalId);
}
