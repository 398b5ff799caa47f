import type { Question } from '@aurora-blueprint/core/protocol/new-design-request.ts';
import { type Disposable, type QuickInputButton, QuickInputButtons, type QuickPickItem, window } from 'vscode';

/** What a step of several shows besides its question. */
export interface Step {
  readonly title: string;
  /** Which of how many; none for the step that leads to the others. */
  readonly number?: number;
  readonly total?: number;
  readonly hasBack: boolean;
}

/** What a person did: an answer, a step back, or undefined when they closed the question. */
export type Reply<T> = { readonly answer: T } | 'back' | undefined;

/** Asks for one of several things. It stays open when something else is clicked. */
export function askForChoice<Item extends QuickPickItem>(
  step: Step,
  placeholder: string,
  items: readonly Item[],
  active: Item | undefined,
): Promise<Reply<Item>> {
  const input = window.createQuickPick<Item>();
  Object.assign(input, { ...shown(step), placeholder, items, matchOnDescription: true });
  if (active !== undefined) input.activeItems = [active];
  return reply(input, (done) => [
    input.onDidAccept(() => {
      const [item] = input.selectedItems;
      if (item !== undefined) done({ answer: item });
    }),
  ]);
}

/** Asks a question with choices; resolves with the id of one. */
export async function askQuestion(step: Step, question: Question, suggested: string): Promise<Reply<string>> {
  const { title, suggestion, choices = [] } = question;
  const items = choices.map(({ id, label, detail }) => ({ id, label, description: detail }));
  const active = items.find(({ id }) => id === suggested) ?? items.find(({ id }) => id === suggestion);
  const reply = await askForChoice(step, title, items, active);
  return typeof reply === 'object' ? { answer: reply.answer.id } : reply;
}

/** Asks for a text; `problemOf` says in a sentence why one cannot be taken, while it is typed. */
export function askForText(
  step: Step,
  prompt: string,
  value: string,
  problemOf: (text: string) => Promise<string | undefined>,
): Promise<Reply<string>> {
  const input = window.createInputBox();
  Object.assign(input, { ...shown(step), prompt, value });
  const judge = async (text: string): Promise<boolean> => {
    const problem = await problemOf(text);
    if (input.value === text) input.validationMessage = problem;
    return problem === undefined;
  };
  return reply(input, (done, fail) => [
    input.onDidChangeValue((text) => void judge(text).catch(fail)),
    input.onDidAccept(() => {
      const text = input.value;
      judge(text).then((isSound) => isSound && done({ answer: text }), fail);
    }),
  ]);
}

function shown({ title, number, total, hasBack }: Step) {
  return {
    title,
    step: number,
    totalSteps: total,
    buttons: hasBack ? [QuickInputButtons.Back] : [],
    ignoreFocusOut: true,
  };
}

/** A question of VS Code, be it a list or a box. */
interface Input extends Disposable {
  readonly onDidTriggerButton: (listener: (button: QuickInputButton) => void) => Disposable;
  readonly onDidHide: (listener: () => void) => Disposable;
  readonly show: () => void;
}

/** Shows the question until it is answered; `listen` gets what ends it. */
async function reply<T>(
  input: Input,
  listen: (done: (reply: Reply<T>) => void, fail: (error: unknown) => void) => readonly Disposable[],
): Promise<Reply<T>> {
  const listeners: Disposable[] = [];
  try {
    return await new Promise<Reply<T>>((done, fail) => {
      listeners.push(
        ...listen(done, fail),
        input.onDidTriggerButton(() => done('back')),
        input.onDidHide(() => done(undefined)),
      );
      input.show();
    });
  } finally {
    for (const listener of listeners) listener.dispose();
    input.dispose();
  }
}
