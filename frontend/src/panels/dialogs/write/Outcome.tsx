import { VerdictMark } from "@/panels/parts/VerdictMark";
import { useBoard } from "@/store/use";
import { say } from "@/texts/dialogs";
import type { ArrowTurn, WrittenPolicies } from "@/wire/messages";
import { YamlText } from "../YamlText";

const MOST = 12;

/** What would be on the board then: the policies' text, the arrows that turn, and what is not as wished. */
export function Outcome({ answer }: { answer: WrittenPolicies }) {
  const { texts, removed, arrows, deviations } = answer;
  const names = useBoard((state) => state.policies);
  const gone = removed.flatMap(({ id }) => {
    const policy = names[id];
    return policy ? [`${policy.namespace}/${policy.name}`] : [];
  });
  return (
    <>
      <p className="write-dialog__proof" role="status">
        {deviations.length === 0 ? say.provenExactlyWhatIsWishedFor : say.notAllIsAsWished}
      </p>
      {deviations.length > 0 && <Lines lines={deviations.map(({ words }) => words)} />}
      {gone.length > 0 && <p>{say.makesWay(gone.join(", "))}</p>}
      <Turns arrows={arrows} />
      <YamlText label={say.policiesToBeWritten} text={texts.map(({ text }) => text).join("---\n")} />
    </>
  );
}

function Turns({ arrows }: { arrows: ArrowTurn[] }) {
  if (arrows.length === 0) return <p className="muted">{say.everyDrawnArrowStaysAsIt}</p>;
  return (
    <ul aria-label={say.arrowsThatTurn} className="write-dialog__turns">
      {arrows.slice(0, MOST).map(({ connection, source, destination, port, after }) => (
        <li key={connection}>
          <VerdictMark allowed={after === "undefined" ? null : after === "allowed"} /> {source} → {destination}{" "}
          <span className="mono">{port}</span>
        </li>
      ))}
      {arrows.length > MOST && <li className="muted">{say.andMore(arrows.length - MOST)}</li>}
    </ul>
  );
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <ul className="write-dialog__deviations">
      {lines.slice(0, MOST).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {lines.length > MOST && <li>{say.andMore(lines.length - MOST)}</li>}
    </ul>
  );
}
