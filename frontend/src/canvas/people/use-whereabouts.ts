import { useReactFlow, useStore, useStoreApi } from "@xyflow/react";
import { type RefObject, useEffect } from "react";
import { follow, peopleStore } from "@/store/people";
import { uiStore } from "@/store/ui";
import { tellPlace } from "@/sync/session";

/** Tells the others where this person points and what they see; and keeps to the view of the person they follow. */
export function useWhereabouts(root: RefObject<HTMLElement | null>): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  useEffect(() => {
    tellPlace({ view: { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom, zoom } });
  }, [x, y, zoom, width, height]);

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const point = (event: PointerEvent) => {
      const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
      tellPlace({ pointer: { x, y } });
    };
    const away = () => tellPlace({ pointer: null });
    // One's own way through the board ends the following.
    const own = () => follow(null);
    element.addEventListener("pointermove", point);
    element.addEventListener("pointerleave", away);
    element.addEventListener("pointerdown", own);
    element.addEventListener("wheel", own, { passive: true });
    return () => {
      element.removeEventListener("pointermove", point);
      element.removeEventListener("pointerleave", away);
      element.removeEventListener("pointerdown", own);
      element.removeEventListener("wheel", own);
    };
  }, [flow, root]);

  useEffect(() => {
    const go = () => {
      const { following, others } = peopleStore.getState();
      const person = following ? others[following] : undefined;
      if (!person) return;
      const { width, height } = store.getState();
      if (person.view) {
        const { x, y, zoom } = person.view;
        void flow.setViewport({ x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom });
      }
      const { openPolicy } = uiStore.getState();
      if (person.policy && person.policy !== openPolicy) uiStore.setState({ openPolicy: person.policy });
    };
    return peopleStore.subscribe(go);
  }, [flow, store]);

  useEffect(() => {
    const stop = (event: KeyboardEvent) => event.key === "Escape" && follow(null);
    window.addEventListener("keydown", stop, true);
    return () => window.removeEventListener("keydown", stop, true);
  }, []);
}
