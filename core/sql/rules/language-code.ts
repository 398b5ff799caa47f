import * as ml from '../../facts/generated/ml.ts';
import { sentimentLanguages } from '../../facts/ml.ts';
import { literalText, type MlCall } from '../calls/ml-call.ts';
import type { SqlReport, SqlSubject } from '../sql-rule.ts';

/** Reports literal language codes that Comprehend does not take. */
export function checkLanguageCode({ calls }: SqlSubject, report: SqlReport): void {
  for (const call of calls) {
    const argument = call.arguments.find((entry) => entry.parameter?.role === 'language');
    const code = argument && literalText(argument);
    if (code === undefined || sentimentLanguages.includes(code.value)) continue;
    if (isTemplate(code.value) || isLanguageElsewhere(call)) continue;
    const named = namedLanguage(code.value);
    const nearest = named ?? languageOfRegion(code.value);
    const meant = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
    const message = `Comprehend takes no language '${code.value}'.${meant} It takes ${sentimentLanguages.join(', ')}.`;
    const newCode = nearest ?? 'en';
    const edits = [{ range: code.range, newText: `'${newCode}'` }];
    report(code.range, message, {
      fixes: [{ title: `Replace with '${newCode}'`, edits, isSafe: named !== undefined }],
    });
  }
}

/** Whether something else fills the literal in before the database sees it, such as `{{ lang }}`, `%s` or `${lang}`. */
function isTemplate(code: string): boolean {
  return /[{}%$<>:]/.test(code);
}

/** Whether another argument is a language code: then the order is wrong, which is another rule's business. */
export function isLanguageElsewhere(call: MlCall): boolean {
  return call.arguments.some((argument) => {
    const text = literalText(argument)?.value;
    return text !== undefined && argument.parameter?.role === 'batchSize' && sentimentLanguages.includes(text);
  });
}

const languageByName = new Map(
  Object.entries(ml.sentiment_languages.names).map(([code, name]) => [name.toLowerCase(), code]),
);

/** The language that is written in another case, with `_`, or by its name. */
function namedLanguage(code: string): string | undefined {
  const wanted = normalized(code);
  return sentimentLanguages.find((language) => language.toLowerCase() === wanted) ?? languageByName.get(wanted);
}

/** The language of a regional form that Comprehend does not tell apart, such as `en-US`. */
function languageOfRegion(code: string): string | undefined {
  const [primary] = normalized(code).split('-');
  return sentimentLanguages.find((language) => language.toLowerCase() === primary);
}

function normalized(code: string): string {
  return code.trim().toLowerCase().replaceAll('_', '-');
}
