import {
  type Answers,
  type NewBlueprint,
  type NewDesignResult,
  newDesignMethod,
  type Question,
  type QuestionId,
  questionIds,
} from '@aurora-blueprint/core/protocol/new-design-request.ts';
import type { LanguageServer } from '../language-server.ts';
import { blueprintOfTemplate } from './blueprint-of-template.ts';
import { openBlueprint } from './open-blueprint.ts';
import { askForChoice, askForText, askQuestion, type Reply, type Step } from './question-input.ts';

const title = 'New Cluster Design';

const beginnings = [
  { id: 'questions', label: '$(list-ordered) A few questions', description: 'engine, Region, instances, a scenario' },
  {
    id: 'template',
    label: '$(file-code) A CloudFormation template',
    description: 'of this workspace, with an Aurora cluster',
  },
] as const;

/** Opens a new design, made of a few answers or of a template. */
export class NewDesign {
  readonly #server: LanguageServer;
  /** What was answered before the questions were closed: it is suggested the next time. */
  #answers: Answers = {};

  constructor(server: LanguageServer) {
    this.#server = server;
  }

  /** `beginning` says what to begin with: `questions`, `template`, or whatever the person chooses. */
  async run(beginning?: unknown): Promise<void> {
    const given = beginnings.find(({ id }) => id === beginning);
    const blueprint = given === undefined ? await this.#askForBeginning() : await this.#begin(given.id, false);
    if (typeof blueprint === 'object') await openBlueprint(blueprint.answer);
  }

  async #askForBeginning(): Promise<Reply<NewBlueprint>> {
    let active: (typeof beginnings)[number] | undefined;
    for (;;) {
      const reply = await askForChoice({ title, hasBack: false }, 'Begin with', beginnings, active);
      if (typeof reply !== 'object') return reply;
      active = reply.answer;
      const blueprint = await this.#begin(active.id, true);
      if (blueprint !== 'back') return blueprint;
    }
  }

  #begin(beginning: 'questions' | 'template', hasBack: boolean): Promise<Reply<NewBlueprint>> {
    return beginning === 'questions'
      ? this.#askQuestions(hasBack)
      : blueprintOfTemplate(this.#server, { title, hasBack });
  }

  async #askQuestions(hasBack: boolean): Promise<Reply<NewBlueprint>> {
    const asked: QuestionId[] = [];
    for (;;) {
      const answers = Object.fromEntries(asked.map((id) => [id, this.#answers[id]]));
      const result = await this.#next(answers);
      if ('blueprint' in result) {
        this.#answers = {};
        return { answer: result.blueprint };
      }
      const { question } = result;
      const reply = await this.#ask(question, answers, hasBack || asked.length > 0);
      if (reply === undefined) return undefined;
      if (reply === 'back') {
        if (asked.pop() === undefined) return 'back';
        continue;
      }
      this.#answers = { ...this.#answers, [question.id]: reply.answer };
      asked.push(question.id);
    }
  }

  async #ask(question: Question, answers: Answers, hasBack: boolean): Promise<Reply<string>> {
    const { id, choices, suggestion } = question;
    const step: Step = { title, number: questionIds.indexOf(id) + 1, total: questionIds.length, hasBack };
    const suggested = this.#answers[id] ?? suggestion;
    if (choices === undefined) {
      return askForText(step, question.title, suggested, (text) => this.#problemOf(id, { ...answers, [id]: text }));
    }
    return askQuestion(step, question, suggested);
  }

  /** Why the answer to a question cannot be taken. */
  async #problemOf(id: QuestionId, answers: Answers): Promise<string | undefined> {
    const result = await this.#next(answers);
    return 'question' in result && result.question.id === id ? result.question.problem : undefined;
  }

  #next(answers: Answers): Promise<NewDesignResult> {
    return this.#server.request<NewDesignResult>(newDesignMethod, { answers });
  }
}
