import { isLocked } from "@/store/lesson";
import { uiStore } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

const NAMED = ["pods", "namespaces", "hosts"];

export const command: Command = {
  name: "rename",
  label: say.rename,
  icon: "pencil",
  group: "edit",
  shortcuts: ["F2"],
  enabled: ({ ui }) =>
    ui.selection.length === 1 &&
    NAMED.includes(ui.selection[0]?.table ?? "") &&
    !isLocked(ui.selection[0]?.table ?? ""),
  run: ({ ui }) => uiStore.setState({ editing: ui.selection[0]?.id ?? null }),
};
