import { type FormEvent, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { request } from "@/sync/rest";
import { say } from "@/texts/workshop-join";
import type { WithCode, WorkshopState } from "@/wire/messages";
import { tidied } from "./code";
import { JoinFault } from "./JoinFault";
import { useAsking } from "./use-asking";

/** For whoever has a seat: their own code brings this browser to it. */
export function ReturnStep({ lost, onBack }: { lost: boolean; onBack: () => void }) {
  const [code, setCode] = useState("");
  const { busy, fault, wait, ask, forget } = useAsking();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void ask(async () => {
      const wanted: WithCode = { code };
      const { workshop } = await request<WorkshopState>("POST", "workshops/return/", wanted);
      location.assign(`/workshops/${workshop.id}/`);
    });
  };
  return (
    <form className="join__sheet" onSubmit={submit}>
      <h2>{say.backToYourPlace}</h2>
      {lost && !fault && (
        <p className="join__lost" role="alert">
          {say.thatLinkLeadsToNoSeat}
        </p>
      )}
      <label className="join__label" htmlFor="return-code">
        {say.yourOwnCode}
      </label>
      <input
        aria-describedby={fault ? "join-fault" : "return-hint"}
        aria-invalid={fault ? true : undefined}
        autoCapitalize="characters"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the page asks for this one thing
        autoFocus
        className="field__input join__code"
        id="return-code"
        maxLength={20}
        onChange={({ target }) => {
          setCode(tidied(target.value));
          forget();
        }}
        placeholder={say.aCodeOfOnesOwn}
        spellCheck={false}
        value={code}
      />
      {!fault && (
        <p className="join__muted" id="return-hint">
          {say.onTheFirstDeviceClickYour}
          <b>{say.goOnWithAnotherDevice}</b>
          {say.inTheSameBrowserAsBefore}
        </p>
      )}
      <JoinFault fault={fault} wait={wait} />
      <Button className="join__go" disabled={busy || wait > 0 || code === ""} look="primary" type="submit">
        {busy ? say.looking : say.takeMySeat}
      </Button>
      <Button className="join__other" look="quiet" onClick={onBack}>
        {say.iAmNewHere}
      </Button>
    </form>
  );
}
