import { openDialog, uiStore } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command, View } from "../command";

export const command: Command = {
  name: "connect",
  label: say.connect,
  icon: "connect",
  group: "tool",
  tool: "draw",
  shortcuts: ["C"],
  labelFor: (view) => (source(view) ? say.connectTo : "Connect"),
  run: (view) => {
    const from = source(view);
    if (from) openDialog({ name: "connect", source: from });
    else uiStore.setState(({ tool }) => ({ tool: tool === "connect" ? "select" : "connect" }));
  },
};

/** The one selected pod, host or namespace: a connection starts there. Without it, the connect tool is taken up. */
function source({ ui }: View): string | null {
  const [only] = ui.selection;
  const starts = only?.table === "pods" || only?.table === "hosts" || only?.table === "namespaces";
  return ui.selection.length === 1 && starts ? only.id : null;
}
