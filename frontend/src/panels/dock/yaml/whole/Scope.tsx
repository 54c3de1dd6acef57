import { Segmented } from "@/panels/parts/Segmented";
import { uiStore } from "@/store/ui";
import { useUi } from "@/store/use";

/** One policy, or all of the board as one text. */
export function Scope() {
  const scope = useUi((state) => state.yamlScope);
  return (
    <div className="yaml-tab__scope">
      <Segmented
        legend="What the text shows"
        name="yaml-scope"
        onChange={(yamlScope: "policy" | "board") => uiStore.setState({ yamlScope })}
        options={[
          { value: "policy", label: "This policy" },
          { value: "board", label: "Whole board" },
        ]}
        value={scope}
      />
    </div>
  );
}
