import { useMemo } from "react";
import type { HostRecord, NamespaceRecord, PodRecord } from "@/model/records";
import type { World } from "@/panels/facts/peer-matches";
import { counted } from "@/panels/left/outline-tree";
import { useBoard } from "@/store/use";
import { say } from "@/texts/policy-form";

const NAMED = 6;

/** The parts of the board that selectors look at; a new object only when one of them changed. */
export function useWorld(): World {
  const namespaces = useBoard((state) => state.namespaces);
  const pods = useBoard((state) => state.pods);
  const hosts = useBoard((state) => state.hosts);
  return useMemo(() => ({ namespaces, pods, hosts }), [namespaces, pods, hosts]);
}

type MatchesProps = {
  pods: PodRecord[];
  hosts?: HostRecord[];
  namespaces: Record<string, NamespaceRecord>;
  /** The namespace whose pods are named without it. */
  home: string;
};

/** "matches 3 pods: web, api, db", as the board stands. */
export function Matches({ pods, hosts = [], namespaces, home }: MatchesProps) {
  const names = [
    ...pods.map(({ namespace, name }) => {
      const space = namespaces[namespace]?.name ?? "?";
      return space === home ? name : `${space}/${name}`;
    }),
    ...hosts.map(({ name }) => `outside/${name}`),
  ];
  if (names.length === 0) return <p className="matches matches--none">{say.matchesNothingOnThisBoard}</p>;
  const what = [
    pods.length > 0 && counted(pods.length, "pod"),
    hosts.length > 0 && (hosts.length === 1 ? "1 outside address" : say.outsideAddresses(hosts.length)),
  ];
  return (
    <p className="matches" title={names.join(", ")}>
      {say.matches(what.filter(Boolean).join(" and "))} <b>{names.slice(0, NAMED).join(", ")}</b>
      {names.length > NAMED && say.andMore(names.length - NAMED)}
    </p>
  );
}
