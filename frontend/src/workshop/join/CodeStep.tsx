import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { request } from "@/sync/rest";
import { say } from "@/texts/workshop-join";
import type { Door } from "@/wire/messages";
import { codeIn } from "./code";
import { JoinFault } from "./JoinFault";
import { useAsking } from "./use-asking";

interface CodeStepProps {
  /** The code of the link by which somebody came, "" without one. */
  code: string;
  onDoor: (code: string, door: Door) => void;
  onReturn: () => void;
}

const LENGTH = 6;

/** Asks for the code of the room. Who has a seat there already goes straight to it. */
export function CodeStep({ code: given, onDoor, onReturn }: CodeStepProps) {
  const [code, setCode] = useState(codeIn(given));
  const asking = useAsking();
  const asked = useRef(false);

  const look = (typed: string) =>
    asking.ask(async () => {
      const door = await request<Door>("POST", "workshops/look/", { code: typed });
      if (door.seated && door.workshop) location.assign(`/workshops/${door.workshop}/`);
      else onDoor(typed, door);
    });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the link is followed once
  useEffect(() => {
    if (given === "" || asked.current) return;
    asked.current = true;
    void look(codeIn(given));
  }, [given]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void look(code);
  };

  return (
    <form className="join__sheet" onSubmit={submit}>
      <h2>{say.joinAWorkshop}</h2>
      <label className="join__label" htmlFor="code">
        {say.theCodeThatYourInstructorShows}
      </label>
      <input
        aria-describedby={asking.fault ? "join-fault" : undefined}
        aria-invalid={asking.fault ? true : undefined}
        autoCapitalize="characters"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the page asks for this one thing
        autoFocus
        className="field__input join__code"
        id="code"
        maxLength={60}
        onChange={({ target }) => {
          setCode(codeIn(target.value));
          asking.forget();
        }}
        placeholder={say.aCodeOfARoom}
        spellCheck={false}
        value={code}
      />
      <JoinFault fault={asking.fault} wait={asking.wait} />
      <Button
        className="join__go"
        disabled={asking.busy || asking.wait > 0 || code.length < LENGTH}
        look="primary"
        type="submit"
      >
        {asking.busy ? say.looking : say.goOn}
      </Button>
      <Button className="join__other" look="quiet" onClick={onReturn}>
        {say.iWasHereBeforeOnAnother}
      </Button>
    </form>
  );
}
