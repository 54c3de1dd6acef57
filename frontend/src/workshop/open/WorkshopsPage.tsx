import { useEffect } from "react";
import { Button } from "@/panels/parts/Button";
import { ThemeSwitch } from "@/panels/parts/ThemeSwitch";
import { useRequest } from "@/panels/parts/use-request";
import { ago } from "@/panels/parts/when";
import { say } from "@/texts/workshop-open";
import type { WorkshopEntry, Workshops } from "@/wire/messages";
import { WorkshopTop } from "../parts/WorkshopTop";
import { dayOf, learnersWords } from "../words";
import { OpenForm } from "./OpenForm";
import "./workshops-page.css";

/** The workshops of this person, and a new one. */
export function WorkshopsPage() {
  const { answer, failure, again } = useRequest<Workshops>("workshops/");
  useEffect(() => {
    document.title = "Workshops · Netpol Studio";
  }, []);
  const mine = answer?.teaching ?? [];
  const attended = answer?.attending ?? [];
  return (
    <div className="workshops">
      <WorkshopTop title={say.workshops}>
        <span className="workshop-top__space" />
        <ThemeSwitch />
        <a className="button button--plain" href="/j/">
          {say.joinAWorkshop}
        </a>
      </WorkshopTop>
      <main className="workshops__main">
        {failure && (
          <p className="workshops__failure" role="alert">
            {failure} <Button onClick={again}>{say.tryAgain}</Button>
          </p>
        )}
        {mine.length > 0 && <List entries={mine} heading={say.workshopsThatYouRun} />}
        {attended.length > 0 && <List entries={attended} heading={say.workshopsThatYouAreIn} />}
        <h2 className="workshops__new">{say.openAWorkshop}</h2>
        <p className="workshops__lead">{say.learnersComeInWithACode}</p>
        <OpenForm />
      </main>
    </div>
  );
}

function List({ heading, entries }: { heading: string; entries: readonly WorkshopEntry[] }) {
  return (
    <section aria-label={heading}>
      <h2>{heading}</h2>
      <ul className="workshops__list">
        {entries.map((entry) => (
          <li key={entry.id}>
            <a href={`/workshops/${entry.id}/`}>{entry.title}</a>
            <span>{entry.nickname === null ? learnersWords(entry.seats) : say.as(entry.nickname)}</span>
            <span>{say.countOfLessons(entry.lessons)}</span>
            <span>{stateWords(entry)}</span>
            <span className="workshops__when">{ago(entry.created_at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateWords({ code, closed_at: closed, gone_at: gone }: WorkshopEntry): string {
  if (closed === null) return say.openWithCode(code);
  return gone === null ? say.closed : say.closedAndKept(dayOf(gone));
}
