import { useEffect } from "react";
import { Button } from "@/panels/parts/Button";
import { ThemeSwitch } from "@/panels/parts/ThemeSwitch";
import { useRequest } from "@/panels/parts/use-request";
import { ago } from "@/panels/parts/when";
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
      <WorkshopTop title="Workshops">
        <span className="workshop-top__space" />
        <ThemeSwitch />
        <a className="button button--plain" href="/j/">
          Join a workshop
        </a>
      </WorkshopTop>
      <main className="workshops__main">
        {failure && (
          <p className="workshops__failure" role="alert">
            {failure} <Button onClick={again}>Try again</Button>
          </p>
        )}
        {mine.length > 0 && <List entries={mine} heading="Workshops that you run" />}
        {attended.length > 0 && <List entries={attended} heading="Workshops that you are in" />}
        <h2 className="workshops__new">Open a workshop</h2>
        <p className="workshops__lead">
          Learners come in with a code or a QR code and a nickname, on their own devices, without an account. You see
          every goal tick, where the room is stuck, and who needs help.
        </p>
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
            <span>{entry.nickname === null ? learnersWords(entry.seats) : `as ${entry.nickname}`}</span>
            <span>{entry.lessons === 1 ? "1 lesson" : `${entry.lessons} lessons`}</span>
            <span>{stateWords(entry)}</span>
            <span className="workshops__when">{ago(entry.created_at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateWords({ code, closed_at: closed, gone_at: gone }: WorkshopEntry): string {
  if (closed === null) return `open, code ${code}`;
  return gone === null ? "closed" : `closed, kept until ${dayOf(gone)}`;
}
