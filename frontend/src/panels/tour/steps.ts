import type { Side } from "./place-beside";

/** One stop of the tour: what it points at, and what it says. */
export interface TourStep {
  at: string;
  side: Side;
  title: string;
  text: string;
}

export const TOUR: readonly TourStep[] = [
  {
    at: ".left-panel__place",
    side: "right",
    title: "Add things",
    text: "Drag pods, namespaces and outside addresses from here onto the canvas, or click one. Below are all things on the board, and policies to start from.",
  },
  {
    at: ".editor__canvas",
    side: "inside",
    title: "Draw who should talk to whom",
    text: "Drag from the small ring at a card's edge to another card. A green arrow passes; a red one is stopped where its cross is. A click on an arrow says why.",
  },
  {
    at: ".right-panel",
    side: "left",
    title: "See why, and change it",
    text: "Whatever you select is explained here: labels, ports, the form of a policy, and for a red arrow the smallest changes that would let it pass.",
  },
  {
    at: ".dock",
    side: "above",
    title: "The same as text",
    text: "The YAML of your policies is what is stored and exported. The arrows follow each keystroke. Beside it: the table of who reaches whom, tests, problems and the history.",
  },
  {
    at: ".top-bar__find",
    side: "below",
    title: "Find anything",
    text: "Every command and every thing on the board is one search away. The question mark key shows all keys.",
  },
  {
    at: ".top-bar__export",
    side: "below",
    title: "Take it with you",
    text: "Export gives the policies for your cluster, and pictures for your documents. Everything is saved as you go.",
  },
];
