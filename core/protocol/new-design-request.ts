/** Request: the next question of a new cluster design, or the design when all are answered. */
export const newDesignMethod = 'aurora/newDesign';

/** What is asked, in this order. */
export const questionIds = ['name', 'engine', 'region', 'instances', 'secondary', 'scenario'] as const;

export type QuestionId = (typeof questionIds)[number];

/** What a person answered until now: text, or the id of a choice. */
export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

export interface NewDesignParams {
  readonly answers: Answers;
}

/** One of several things to choose from. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** A few words beside the label. */
  readonly detail: string;
}

/** Something to ask a person. */
export interface Question {
  readonly id: QuestionId;
  readonly title: string;
  /** What holds unless a person says otherwise; for choices the id of one. */
  readonly suggestion: string;
  /** What can be chosen, the usual first; a text is asked for when left out. */
  readonly choices?: readonly Choice[];
  /** Why the answer that was given cannot be taken, as a sentence. */
  readonly problem?: string;
}

/** A new blueprint. */
export interface NewBlueprint {
  /** Such as `orders.aurora.yaml`. */
  readonly fileName: string;
  readonly text: string;
}

export type NewDesignResult = { readonly question: Question } | { readonly blueprint: NewBlueprint };
