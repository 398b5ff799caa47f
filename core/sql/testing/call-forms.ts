import { type MlParameter, type MlSignature, mlFunctions, type SqlDialect } from '../../facts/ml.ts';
import { analyzeSql } from '../analyze.ts';

/** One way to write a call: right, or wrong in one place that stands between « and ». */
export interface CallForm {
  /** How the arguments are given, and what is wrong with them. */
  readonly name: string;
  readonly sql: string;
  /** The rule that speaks on what is marked. */
  readonly rule?: string;
}

type Role = MlParameter['role'];

/** How a value can be written, and what it looks like for each role; a role that is left out is written as a literal. */
const writings: Readonly<Record<SqlDialect, Readonly<Record<string, Partial<Record<Role, string>>>>>> = {
  postgresql: {
    literals: {},
    columns: { input: 'r.body', language: 'r.language', batchSize: 'r.size', model: 'r.model', endpoint: 'r.endpoint' },
    parameters: { input: '$1', language: '$2', batchSize: '$3', model: '$4', endpoint: '$5' },
    casts: { input: 'r.body::text', language: "'en'::varchar", batchSize: 'CAST(10 AS int)' },
    NULL: { batchSize: 'NULL' },
    'psql variables': { input: ":'body'", language: ":'language'", batchSize: ':size' },
    expressions: { input: "coalesce(r.body, '?')", language: "CASE WHEN r.id = 1 THEN 'en' ELSE 'de' END" },
  },
  mysql: {
    literals: {},
    columns: { input: 'r.body', language: 'r.language', batchSize: 'r.size' },
    'user variables': { input: '@body', language: '@language', batchSize: '@size' },
    parameters: { input: '?', language: '?', batchSize: '?' },
    casts: { input: 'CAST(r.body AS CHAR)', batchSize: 'CAST(10 AS UNSIGNED)' },
    expressions: { input: "COALESCE(r.body, '?')", language: "IF(r.id = 1, 'en', 'de')" },
  },
};

const literals: Readonly<Record<Role, string>> = {
  input: "'It works.'",
  language: "'en'",
  batchSize: '10',
  endpoint: "'fraud-detector'",
  model: "'amazon.titan-embed-text-v2:0'",
  mediaType: "'application/json'",
  responseKey: "'embedding'",
};

function literal(parameter: MlParameter, of: CalledFunction): string {
  return parameter.role === 'input' && of.service === 'Bedrock'
    ? `'{"inputText": "It works."}'`
    : literals[parameter.role];
}

type Style = (parameters: readonly MlParameter[], values: readonly string[]) => string;

/** How arguments are told apart: by place, or by name in PostgreSQL. */
const styles: Readonly<Record<SqlDialect, Readonly<Record<string, Style>>>> = {
  postgresql: {
    positional: (_, values) => values.join(', '),
    named: (parameters, values) =>
      values.map((value, index) => `${argumentName(parameters[index])} => ${value}`).join(', '),
    'named in another order': (parameters, values) =>
      values
        .map((value, index) => `${argumentName(parameters[index])} := ${value}`)
        .reverse()
        .join(', '),
    mixed: (parameters, values) =>
      values.map((value, index) => (index === 0 ? value : `${argumentName(parameters[index])} => ${value}`)).join(', '),
  },
  mysql: { positional: (_, values) => values.join(', ') },
};

function argumentName(parameter: MlParameter | undefined): string {
  return parameter?.name ?? 'surplus';
}

/** Every right way to write a call of a function. */
export function rightForms(of: CalledFunction): readonly CallForm[] {
  return Object.entries(stylesOf(of)).flatMap(([style, write]) =>
    Object.entries(writings[of.dialect]).flatMap(([writing, byRole]) => {
      const values = of.parameters.map((parameter) => byRole[parameter.role] ?? literal(parameter, of));
      const whole = { name: `${style}, ${writing}`, sql: `${of.name}(${write(of.parameters, values)})` };
      const required = of.parameters.filter(({ optional }) => !optional);
      if (required.length === of.parameters.length) return [whole];
      const short = write(required, values.slice(0, required.length));
      return [whole, { name: `${style}, ${writing}, no optional ones`, sql: `${of.name}(${short})` }];
    }),
  );
}

/** A function that takes further arguments is called by place alone: names and surplus ones do not go together. */
function stylesOf({ dialect, parameters }: CalledFunction): Readonly<Record<string, Style>> {
  if (parameters.at(-1)?.variadic !== true) return styles[dialect];
  return {
    positional: (_, values) => values.join(', '),
    'several inputs': (_, values) => [...values, '12.5', 'r.country'].join(', '),
    'VARIADIC array': (_, values) => [...values.slice(0, -1), `VARIADIC ARRAY[${values.at(-1)}, 'DE']`].join(', '),
  };
}

const prefixes: Readonly<Record<SqlDialect, string>> = { postgresql: 'PGM', mysql: 'MYM' };

/** Ways to get each argument wrong, one at a time. */
export function wrongForms(of: CalledFunction): readonly CallForm[] {
  const prefix = prefixes[of.dialect];
  const values = of.parameters.map((parameter) => literal(parameter, of));
  const required = of.parameters.filter(({ optional }) => !optional);
  const forms: CallForm[] = [
    {
      name: 'one argument too few',
      sql: `«${of.name}»(${values.slice(0, required.length - 1).join(', ')})`,
      rule: `${prefix}001`,
    },
    { name: 'no argument', sql: `«${of.name}»()`, rule: `${prefix}001` },
  ];
  if (of.madeBy === '') {
    const rule = of.dialect === 'mysql' ? 'MYM021' : 'PGM020';
    forms.push({ name: 'an invented function', sql: `«${of.name}s»(${values.join(', ')})`, rule });
  }
  if (of.parameters.at(-1)?.variadic !== true) {
    forms.push({
      name: 'one argument too many',
      sql: `${of.name}(${[...values, "«'more'»"].join(', ')})`,
      rule: `${prefix}001`,
    });
  } else {
    const many = Array.from({ length: of.maximumArguments - values.length }, (_, index) => `r.c${index}`);
    forms.push({
      name: 'one argument too many',
      sql: `${of.name}(${[...values, ...many, '«r.more»'].join(', ')})`,
      rule: 'PGM010',
    });
  }
  for (const [style, write] of Object.entries(stylesOf(of))) {
    for (const [index, parameter] of of.parameters.entries()) {
      for (const wrong of wrongValues(of, parameter)) {
        const written = write(of.parameters, values.with(index, wrong.sql));
        forms.push({ ...wrong, name: `${style}, ${wrong.name}`, sql: `${of.name}(${written})` });
      }
    }
  }
  if (of.dialect === 'postgresql' && of.parameters.at(-1)?.variadic !== true) {
    const named = of.parameters.map(({ name }, index) => `${index === 1 ? '«options»' : name} => ${values[index]}`);
    forms.push({ name: 'a name that there is not', sql: `${of.name}(${named.join(', ')})`, rule: 'PGM004' });
  }
  return forms;
}

function wrongValues(of: CalledFunction, { role, kind }: MlParameter): readonly CallForm[] {
  const prefix = prefixes[of.dialect];
  if (role === 'language') {
    return [
      { name: 'a language that there is not', sql: "«'xx'»", rule: `${prefix}002` },
      { name: 'a language in capitals', sql: "«'EN'»", rule: `${prefix}002` },
      ...(of.dialect === 'postgresql'
        ? [{ name: 'a wrong language behind a cast', sql: "«'english'»::varchar", rule: 'PGM002' }]
        : []),
    ];
  }
  if (role === 'batchSize' && of.dialect === 'mysql') return [{ name: 'a batch of none', sql: '«0»', rule: 'MYM003' }];
  if (kind === 'integer') return [{ name: 'text as batch size', sql: "«'text/csv'»", rule: 'PGM003' }];
  return [];
}

/** A function that is called, and the statements that make it where Aurora does not bring it. */
export interface CalledFunction extends MlSignature {
  readonly dialect: SqlDialect;
  readonly madeBy: string;
}

const aliasFunctions = {
  fraud_score:
    "CREATE FUNCTION fraud_score (amount DOUBLE, country VARCHAR(2)) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';",
  summary:
    "CREATE FUNCTION summary (request TEXT) RETURNS TEXT ALIAS AWS_BEDROCK_INVOKE_MODEL MODEL ID 'amazon.titan-text-express-v1';",
};

/** Every function that can be called: those that Aurora brings, and those that ALIAS makes in MySQL. */
export const calledFunctions: readonly CalledFunction[] = [
  ...[...mlFunctions('postgresql'), ...mlFunctions('mysql')].map((of) => ({ ...of, madeBy: '' })),
  ...Object.entries(aliasFunctions).flatMap(([name, madeBy]): readonly CalledFunction[] => {
    const made = analyzeSql(madeBy, { dialect: 'mysql' }).declarations.aliasFunction(name);
    return made === undefined ? [] : [{ ...made.signature, dialect: 'mysql', madeBy: `${madeBy}\n` }];
  }),
];
