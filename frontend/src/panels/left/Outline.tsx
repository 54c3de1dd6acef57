import { useDeferredValue, useMemo, useState } from "react";
import { usePolicyFacts } from "@/panels/facts/use-policies";
import { Section } from "@/panels/parts/Section";
import { useBoard } from "@/store/use";
import { say } from "@/texts/left";
import { OutlineTree } from "./OutlineTree";
import { type Branch, filterOutline, outlineOf } from "./outline-tree";

const SEARCH_FROM = 12;

export function Outline() {
  const branches = useOutline();
  const [wanted, setWanted] = useState("");
  const filter = useDeferredValue(wanted);
  const rows = branches.reduce((count, { leaves }) => count + leaves.length + 1, 0);
  const shown = useMemo(() => filterOutline(branches, filter), [branches, filter]);
  return (
    <Section className="outline-section" title={say.outline}>
      {rows > SEARCH_FROM && (
        <input
          aria-label={say.searchTheOutline}
          className="field__input outline__search"
          onChange={(event) => setWanted(event.target.value)}
          placeholder={say.searchByName}
          type="search"
          value={wanted}
        />
      )}
      {rows === 0 && <p className="left-panel__note">{say.nothingYetDragAPodOnto}</p>}
      {rows > 0 && shown.length === 0 && <p className="left-panel__note">{say.nothingIsCalled(filter)}</p>}
      {shown.length > 0 && <OutlineTree branches={shown} searching={filter !== ""} />}
    </Section>
  );
}

function useOutline(): Branch[] {
  const namespaces = useBoard((state) => state.namespaces);
  const pods = useBoard((state) => state.pods);
  const hosts = useBoard((state) => state.hosts);
  const policies = useBoard((state) => state.policies);
  // What verdicts and keystrokes alter comes a moment later: the arrows and the text do not wait for the outline.
  const isolation = useDeferredValue(useBoard((state) => state.isolation));
  const drafts = useDeferredValue(useBoard((state) => state.drafts));
  const policyWarnings = useDeferredValue(useBoard((state) => state.policyWarnings));
  const facts = usePolicyFacts();
  return useMemo(() => {
    const counts = new Map(facts.map(({ policy, pods: selected }) => [policy.id, selected?.length ?? null]));
    const board = { namespaces, pods, hosts, policies, isolation, drafts, policyWarnings };
    return outlineOf(board, (id) => counts.get(id) ?? null);
  }, [namespaces, pods, hosts, policies, isolation, drafts, policyWarnings, facts]);
}
