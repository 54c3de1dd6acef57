import { Icon } from "@/panels/parts/Icon";
import { useRequest } from "@/panels/parts/use-request";
import { say } from "@/texts/start";
import type { WorkshopEntry, Workshops } from "@/wire/messages";
import "./in-workshops.css";

/** The way back into workshops that are going on, for their instructors and learners. */
export function InWorkshops() {
  const { answer } = useRequest<Workshops>("workshops/");
  const open = [...(answer?.teaching ?? []), ...(answer?.attending ?? [])].filter((entry) => entry.closed_at === null);
  if (open.length === 0) return null;
  return (
    <ul aria-label={say.workshopsThatAreGoingOn} className="in-workshops">
      {open.map((entry) => (
        <li key={entry.id}>
          <Icon name="people" />
          <span className="in-workshops__words">
            <b>{entry.title}</b> {wordsOf(entry)}
          </span>
          <a className="button button--plain" href={`/workshops/${entry.id}/`}>
            {entry.nickname === null ? say.toTheRoom : say.goOn}
          </a>
        </li>
      ))}
    </ul>
  );
}

function wordsOf({ nickname, seats, code }: WorkshopEntry): string {
  if (nickname !== null) return say.youAreInThisWorkshopAs(nickname);
  return say.youRunThisWorkshopCode(code, seats === 1 ? "1 learner" : say.learners(seats));
}
