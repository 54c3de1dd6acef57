import { useSyncExternalStore } from "react";

/** What of a workshop the instructor's page shows: the room, a learner's canvas, or what the projector shows. */
export type View = { name: "room" } | { name: "present" } | { name: "canvas"; seat: string; lesson: number };

const PATH = /^\/workshops\/([0-9a-f-]{36})\//i;

/** The address stands for the view, so that Back, a reload and a bookmark find it again. */
export function viewOf({ pathname, search }: Pick<Location, "pathname" | "search">): View {
  if (pathname.endsWith("/present/") || pathname.endsWith("/present")) return { name: "present" };
  const asked = new URLSearchParams(search);
  const seat = asked.get("seat");
  return seat ? { name: "canvas", seat, lesson: Number(asked.get("lesson") ?? 0) } : { name: "room" };
}

export function addressOf(workshop: string, view: View): string {
  const place = `/workshops/${workshop}/`;
  if (view.name === "present") return `${place}present/`;
  return view.name === "canvas" ? `${place}?seat=${view.seat}&lesson=${view.lesson}` : place;
}

export function goToView(view: View): void {
  const workshop = PATH.exec(location.pathname)?.[1] ?? "";
  history.pushState(null, "", addressOf(workshop, view));
  window.dispatchEvent(new PopStateEvent("popstate"));
}

export function useView(): View {
  const address = useSyncExternalStore(watch, () => location.pathname + location.search);
  const [pathname, search] = address.split("?");
  return viewOf({ pathname: pathname ?? "", search: search ? `?${search}` : "" });
}

function watch(changed: () => void): () => void {
  window.addEventListener("popstate", changed);
  return () => window.removeEventListener("popstate", changed);
}
