import { createStore } from "zustand/vanilla";
import { say } from "@/texts/store";
import type { Goals, LessonState } from "@/wire/messages";

export interface LearningState {
  /** The lesson of the board that is open; null on any other board, and until it has come. */
  lesson: LessonState | null;
  /** When the clock runs out, by this browser's time in ms; null without a clock. */
  clockEnds: number | null;
  /** Why the lesson could not be had, or something in it was refused. */
  failure: string | null;
}

const EMPTY: LearningState = { lesson: null, clockEnds: null, failure: null };

export const lessonStore = createStore<LearningState>(() => EMPTY);

export function clearLesson(): void {
  lessonStore.setState(EMPTY);
}

export function takeLesson(lesson: LessonState): void {
  const clockEnds = lesson.clock_left === null ? null : Date.now() + lesson.clock_left * 1000;
  lessonStore.setState({ lesson, clockEnds, failure: null });
}

/** Takes in how the step stands now. False when it is about another step than the one shown: then the lesson must be
 * asked for. */
export function takeGoals(now: Goals): boolean {
  const { lesson } = lessonStore.getState();
  if (lesson?.now.step !== now.step) return false;
  lessonStore.setState({ lesson: { ...lesson, now } });
  return true;
}

/** Shows the colours that were just set, before the server has them. */
export function showPredicted(answers: readonly (boolean | null)[]): void {
  const { lesson } = lessonStore.getState();
  if (!lesson?.prediction) return;
  const arrows = lesson.prediction.arrows.map((arrow, index) => ({ ...arrow, predicted: answers[index] ?? null }));
  lessonStore.setState({ lesson: { ...lesson, prediction: { ...lesson.prediction, arrows } } });
}

export type Tool = "yaml" | "form" | "draw" | "fixes" | "problems";
export type Lockable = "policies" | "pods" | "namespaces" | "hosts";

const KEPT: Record<Lockable, string> = {
  policies: say.thisLessonLeavesItsPoliciesAs,
  pods: say.thisLessonLeavesItsPodsAs,
  namespaces: say.thisLessonLeavesItsNamespacesAs,
  hosts: say.thisLessonLeavesItsOutsideAddresses,
};
const KEPT_POLICY = say.thisLessonLeavesThisPolicyAs;

/** Whether the board that is open offers a tool: that of a lesson those which it names, any other all. */
export function offers({ lesson }: Pick<LearningState, "lesson">, tool: Tool): boolean {
  return lesson === null || lesson.tools.includes(tool);
}

/** Why the lesson of the board that is open leaves things of a kind as they are, or (`policy`: "namespace/name") this one;
 * null where they are free. */
export function whyLocked({ lesson }: Pick<LearningState, "lesson">, kind: Lockable, policy = ""): string | null {
  if (lesson?.locked.includes(kind)) return KEPT[kind];
  return policy !== "" && lesson?.locked.includes(policy) ? KEPT_POLICY : null;
}

/** Whether the lesson of the board that is open leaves things of that kind as they are. */
export function isLocked(kind: string): boolean {
  return lessonStore.getState().lesson?.locked.includes(kind) ?? false;
}

/** "Goal reached: ... All goals of this step are reached.", or "" when nothing new is. */
export function told(before: Goals, now: Goals): string {
  if (before.step !== now.step) return "";
  const reached = new Set(before.goals.filter((goal) => goal.reached).map(({ id }) => id));
  const said = now.goals
    .filter((goal) => goal.reached && !reached.has(goal.id))
    .map((g) => say.goalReached(g.sentence));
  const shown = new Set(before.goals.map(({ id }) => id));
  const hidden = now.goals.filter((goal) => !goal.reached && !shown.has(goal.id));
  said.push(...hidden.map((goal) => say.notYet(goal.sentence)));
  if (now.reached && !before.reached) said.push(now.done ? say.lessonDone : say.thisStepIsDone);
  if (now.hints.length > before.hints.length) said.push(say.aNewHintIsThere);
  return said.join(" ");
}
