import { Fragment } from "react";
import type { Command, Group } from "@/commands/command";
import { spelled } from "@/commands/keys";
import { COMMANDS } from "@/commands/list";
import { EDITOR_KEYS, LEAVING } from "@/panels/dock/yaml/editing/keys";
import { Dialog } from "@/panels/parts/Dialog";
import "./command-palette.css";
import "./help-dialog.css";

const GROUPS: Record<Group, string> = {
  tool: "Tools",
  add: "Add",
  edit: "Edit",
  view: "View",
  file: "Manifests",
  help: "Find",
};

/** Every shortcut, read off the one list of commands. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog onClose={onClose} title="Keyboard shortcuts">
      <div className="help-dialog">
        {Object.entries(GROUPS).map(([group, heading]) => {
          const commands = COMMANDS.filter((command) => command.group === group && command.shortcuts);
          return commands.length > 0 && <Shortcuts commands={commands} heading={heading} key={group} />;
        })}
        <Shortcuts commands={EDITOR_KEYS} heading="In the YAML editor" />
        <p>{LEAVING}</p>
      </div>
    </Dialog>
  );
}

type Listed = Pick<Command, "label" | "shortcuts">;

function Shortcuts({ heading, commands }: { heading: string; commands: readonly Listed[] }) {
  return (
    <section>
      <h3>{heading}</h3>
      <dl>
        {commands.map(({ label, shortcuts }) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>
              {shortcuts?.map((shortcut) => (
                <kbd key={shortcut}>{spelled(shortcut)}</kbd>
              ))}
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
