import { useEffect } from "react";
import { fitSoon } from "@/store/camera";
import { uiStore } from "@/store/ui";
import { useBoard } from "@/store/use";

/** A canvas to look at has the room that the side panels would take; its YAML stands below it. */
export function useShownCanvas(): void {
  const live = useBoard((board) => board.board?.id);
  useEffect(() => {
    const { leftOpen, rightOpen, dockOpen, dockTab } = uiStore.getState();
    uiStore.setState({ leftOpen: false, rightOpen: false, dockOpen: true, dockTab: "yaml" });
    return () => uiStore.setState({ leftOpen, rightOpen, dockOpen, dockTab });
  }, []);
  useEffect(() => {
    if (!live) return;
    // The editor of the lesson before may have opened its panel once more.
    uiStore.setState({ leftOpen: false, rightOpen: false });
    fitSoon();
  }, [live]);
}
