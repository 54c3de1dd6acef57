import { useMemo } from "react";
import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import { counted } from "@/panels/left/outline-tree";
import { useBoard } from "@/store/use";
import { say } from "@/texts/status";
import type { ConnectionVerdict } from "@/wire/messages";
import "./status-bar.css";

export function StatusBar() {
  const pods = useBoard((state) => Object.keys(state.pods).length);
  const namespaces = useBoard((state) => Object.keys(state.namespaces).length);
  const policies = useBoard((state) => Object.keys(state.policies).length);
  const evaluatedMs = useBoard((state) => state.evaluatedMs);
  return (
    <footer className="status-bar">
      <span>
        {counted(pods, "pod")} · {counted(namespaces, "namespace")} · {counted(policies, "policy")}
      </span>
      <Verdicts />
      {evaluatedMs > 0 && <span className="status-bar__time">{say.evaluatedIn(milliseconds(evaluatedMs))}</span>}
      <span className="status-bar__space" />
      <LinkState />
      <HelpButton />
    </footer>
  );
}

function Verdicts() {
  const verdicts = useBoard((state) => state.verdicts);
  const closed = useBoard((state) => state.closed);
  const { allowed, blocked, undef } = useMemo(() => tally(Object.values(verdicts)), [verdicts]);
  if (closed) return <span>{say.verdictsAreShownWithTheAnswer}</span>;
  return (
    <>
      <span className="status-bar__allow">{say.allowed(allowed)}</span>
      <span className="status-bar__deny">{say.blocked(blocked)}</span>
      {undef > 0 && <span className="status-bar__undef">{say.undefined(undef)}</span>}
    </>
  );
}

function tally(verdicts: ConnectionVerdict[]): { allowed: number; blocked: number; undef: number } {
  const count = (value: boolean | null) => verdicts.filter(({ allowed }) => allowed === value).length;
  return { allowed: count(true), blocked: count(false), undef: count(null) };
}

/** The list of keys for who does not know its key, or has no keyboard. */
function HelpButton() {
  const help = commandNamed("help");
  return (
    <button className="status-bar__help" onClick={() => run(help)} title={`${help.label} (?)`} type="button">
      {say.keysAndHelp}
    </button>
  );
}

function LinkState() {
  const link = useBoard((state) => state.link);
  const people = useBoard((state) => state.people);
  const text = link === "live" ? `live · ${people === 1 ? "only you" : say.people(people)}` : link;
  return (
    <span className={`status-bar__link status-bar__link--${link}`} role="status">
      {text}
    </span>
  );
}

/** Two digits that mean something: "0.84 ms", "12 ms". */
export function milliseconds(value: number): string {
  return say.ms(value < 10 ? Number(value.toPrecision(2)) : Math.round(value));
}
