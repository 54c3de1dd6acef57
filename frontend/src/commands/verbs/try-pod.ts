import { hazardsStore } from "@/store/hazards";
import { say } from "@/texts/commands";
import type { Command } from "../command";

const BESIDE = { x: 40, y: 40 };

export const command: Command = {
  name: "try-pod",
  label: say.tryAPodThatIsNot,
  icon: "pod",
  group: "view",
  run: ({ at, camera }) => {
    const { x, y } = at ?? camera?.centre() ?? BESIDE;
    hazardsStore.setState({ trial: { x, y, labels: "", namespace: "", namespaceLabels: "" }, tried: null });
  },
};
