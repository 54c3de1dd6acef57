import { type FormEvent, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { request } from "@/sync/rest";
import { say } from "@/texts/workshop-join";
import type { Door, Joining, WorkshopState } from "@/wire/messages";
import { JoinFault } from "./JoinFault";
import { useAsking } from "./use-asking";

interface NameStepProps {
  code: string;
  door: Door;
  onBack: () => void;
}

/** Asks for a nickname; when somebody has it already, a free one like it is offered. */
export function NameStep({ code, door, onBack }: NameStepProps) {
  const [nickname, setNickname] = useState("");
  const { busy, fault, wait, ask, forget } = useAsking();
  const free = fault?.code === "nickname_taken" && typeof fault.value === "string" ? fault.value : null;
  const join = (wanted: string) =>
    ask(async () => {
      const { workshop } = await request<WorkshopState>("POST", "workshops/join/", {
        code,
        nickname: wanted,
      } satisfies Joining);
      location.assign(`/workshops/${workshop.id}/`);
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void join(nickname);
  };
  if (door.closed) {
    return (
      <div className="join__sheet">
        <h2>{door.title}</h2>
        <p className="join__muted" role="status">
          {say.thisWorkshopIsOverTheInstructor}
        </p>
        <Button onClick={onBack}>{say.anotherCode}</Button>
      </div>
    );
  }
  return (
    <form className="join__sheet" onSubmit={submit}>
      <h2>{door.title}</h2>
      <label className="join__label" htmlFor="nickname">
        {say.whatShallTheInstructorCallYou}
      </label>
      <input
        aria-describedby={fault ? "join-fault" : "nickname-hint"}
        aria-invalid={fault ? true : undefined}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the page asks for this one thing
        autoFocus
        className="field__input join__name"
        id="nickname"
        maxLength={24}
        onChange={({ target }) => {
          setNickname(target.value);
          forget();
        }}
        placeholder={say.aNickname}
        spellCheck={false}
        value={nickname}
      />
      {!fault && (
        <p className="join__muted" id="nickname-hint">
          {say.anyNameWillDoNoAccount}
        </p>
      )}
      <JoinFault fault={fault} wait={wait} />
      {free && (
        <Button
          className="join__go"
          disabled={busy}
          onClick={() => {
            setNickname(free);
            void join(free);
          }}
        >
          {say.joinAs(free)}
        </Button>
      )}
      <Button className="join__go" disabled={busy || wait > 0 || nickname.trim() === ""} look="primary" type="submit">
        {busy ? say.joining : say.join}
      </Button>
      <Button className="join__other" look="quiet" onClick={onBack}>
        {say.anotherCode}
      </Button>
    </form>
  );
}
