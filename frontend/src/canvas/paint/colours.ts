import type { Outcome } from "@/geometry/arrows";

/** The tokens that the painted layers need, as plain CSS colours. */
export interface Colours {
  allow: string;
  deny: string;
  undefined: string;
  unknown: string;
  panel: string;
  canvas: string;
  text: string;
  muted: string;
  accent: string;
  onMark: string;
  mono: string;
}

/** Reads the theme as it is now; `element` may stand anywhere on the page. */
export function readColours(element: Element): Colours {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    allow: token("allow"),
    deny: token("deny"),
    undefined: token("warn"),
    unknown: token("muted"),
    panel: token("panel"),
    canvas: token("canvas"),
    text: token("text"),
    muted: token("muted"),
    accent: token("accent"),
    onMark: token("on-mark") || token("panel"),
    mono: token("mono"),
  };
}

export function colourOf(colours: Colours, outcome: Outcome): string {
  return {
    allowed: colours.allow,
    blocked: colours.deny,
    undefined: colours.undefined,
    unknown: colours.unknown,
    mixed: colours.text,
  }[outcome];
}

/** Calls back whenever the theme may have become another one. Returns the way to stop. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class"] });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", changed);
  };
}
