import { type FormEvent, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { copyText } from "@/panels/parts/copy-text";
import { Field, FieldError } from "@/panels/parts/Field";
import { RequestError, request } from "@/sync/rest";
import { say } from "@/texts/share";
import type { NewLink, ShareLinkEntry } from "@/wire/messages";
import { addressOf } from "./address";
import { EXPIRIES, type Expiry, expiresAt } from "./expiry";
import { RoleSelect } from "./RoleSelect";

/** A new link; it lies on the clipboard as soon as it is made. */
export function NewLinkForm({ path, onMade }: { path: string; onMade: (told: string) => void }) {
  const [role, setRole] = useState<NewLink["role"]>("view");
  const [expiry, setExpiry] = useState<Expiry>("7");
  const [date, setDate] = useState("");
  const [label, setLabel] = useState("");
  const [fault, setFault] = useState<string | null>(null);

  const make = async (event: FormEvent) => {
    event.preventDefault();
    const end = expiresAt(expiry, date);
    if (end === undefined) return setFault(say.chooseTheDayUntilWhichThe);
    try {
      const made = await request<ShareLinkEntry>("POST", path, { role, label, expires_at: end });
      setFault(null);
      setLabel("");
      onMade((await copyText(addressOf(made)).catch(() => false)) ? say.linkMadeAndCopied : say.linkMade);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setFault(error.message);
    }
  };

  return (
    <form className="share__new" onSubmit={(event) => void make(event)}>
      <RoleSelect label={say.roleOfTheNewLink} onChange={setRole} value={role} />
      <select
        aria-label={say.howLongTheNewLinkHolds}
        className="field__input"
        onChange={(event) => setExpiry(event.target.value as Expiry)}
        value={expiry}
      >
        {EXPIRIES.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      {expiry === "date" && (
        <input
          aria-label={say.theLastDayOfTheLink}
          className="field__input"
          min={new Date().toISOString().slice(0, 10)}
          onChange={(event) => setDate(event.target.value)}
          type="date"
          value={date}
        />
      )}
      <Field
        className="share__label"
        label={say.labelForYou}
        maxLength={80}
        onChange={(event) => setLabel(event.target.value)}
        placeholder={say.suchAsForTheReview}
        value={label}
      />
      <Button icon="plus" look="primary" type="submit">
        {say.makeLink}
      </Button>
      <FieldError text={fault} />
    </form>
  );
}
