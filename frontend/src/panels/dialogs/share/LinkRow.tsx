import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Chip } from "@/panels/parts/Chip";
import { copyText } from "@/panels/parts/copy-text";
import { EditableText } from "@/panels/parts/EditableText";
import { FieldError } from "@/panels/parts/Field";
import { ago } from "@/panels/parts/when";
import { RequestError, request } from "@/sync/rest";
import { say } from "@/texts/share";
import type { ChangedLink, LinkUser, ShareLinkEntry } from "@/wire/messages";
import { addressOf } from "./address";
import { EXPIRIES, type Expiry, expiresAt, untilText } from "./expiry";
import { LinkPeople } from "./LinkPeople";
import { RoleSelect } from "./RoleSelect";

type LinkRowProps = {
  link: ShareLinkEntry;
  path: string;
  /** Something was changed: the list is read again. */
  onDone: (told: string) => void;
  onTold: (told: string) => void;
};

/** One link, its people, and what its owner can do with it. */
export function LinkRow({ link, path, onDone, onTold }: LinkRowProps) {
  const [fault, setFault] = useState<string | null>(null);
  const name = link.label || (link.role === "edit" ? say.linkToEdit : say.linkToView);
  const ask = async (method: string, told: string, body?: Partial<ChangedLink>, of = ""): Promise<string | null> => {
    try {
      await request(method, `${path}${link.id}/${of}`, body);
      setFault(null);
      onDone(told);
      return null;
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setFault(error.message);
      return error.message;
    }
  };
  const remove = ({ id, called }: LinkUser) => ask("DELETE", say.isRemoved(called), undefined, `people/${id}/`);
  const copy = async () => onTold((await copyText(addressOf(link)).catch(() => false)) ? "Copied." : "");
  return (
    <li className="share__link" data-expired={link.expired}>
      <div className="share__row">
        <EditableText
          className="share__name"
          label={say.label}
          onCommit={(label) => ask("PATCH", say.labelChanged, { label })}
          value={name}
        />
        <RoleSelect
          label={say.roleOf(name)}
          onChange={(role) => void ask("PATCH", say.roleChanged, { role })}
          value={link.role}
        />
        <Renewal
          label={say.expiryOf(name)}
          link={link}
          onChange={(expires_at) => void ask("PATCH", say.expiryChanged, { expires_at })}
        />
        <Button aria-label={say.copy(name)} disabled={link.expired} icon="copy" onClick={() => void copy()} small>
          {say.copy2}
        </Button>
        <Button aria-label={say.revoke(name)} look="danger" onClick={() => void ask("DELETE", "Revoked.")} small>
          {say.revoke2}
        </Button>
      </div>
      <p className="share__facts">
        {link.expired ? <Chip tone="warn">{say.expired}</Chip> : untilText(link.expires_at)}
        {" · "}
        {link.last_used_at ? say.lastUsed(ago(link.last_used_at)) : say.notUsedYet}
      </p>
      {link.people.length > 0 && <LinkPeople onRemove={(person) => void remove(person)} people={link.people} />}
      <FieldError text={fault} />
    </li>
  );
}

/** A new end for a link, counted from now. */
function Renewal(props: { label: string; link: ShareLinkEntry; onChange: (expiresAt: string | null) => void }) {
  const [date, setDate] = useState<string | null>(null);
  const choose = (expiry: Expiry, day: string) => {
    if (expiry === "date" && !day) return setDate("");
    const end = expiresAt(expiry, day);
    if (end === undefined) return;
    setDate(null);
    props.onChange(end);
  };
  if (date !== null) {
    return (
      <input
        aria-label={props.label}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for a date
        autoFocus
        className="field__input"
        min={new Date().toISOString().slice(0, 10)}
        onBlur={() => choose("date", date)}
        onChange={(event) => setDate(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && choose("date", date)}
        type="date"
        value={date}
      />
    );
  }
  return (
    <select
      aria-label={props.label}
      className="field__input"
      onChange={(event) => choose(event.target.value as Expiry, "")}
      value=""
    >
      <option disabled hidden value="">
        {untilText(props.link.expires_at)}
      </option>
      {EXPIRIES.map(({ value, label }) => (
        <option key={value} value={value}>
          {value === "never" ? say.neverExpires : label.replace("for", "from now,")}
        </option>
      ))}
    </select>
  );
}
