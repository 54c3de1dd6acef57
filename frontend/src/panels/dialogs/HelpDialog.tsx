import { Fragment } from "react";
import type { Command, Group } from "@/commands/command";
import { spelled } from "@/commands/keys";
import { COMMANDS } from "@/commands/list";
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
      </div>
    </Dialog>
  );
}

function Shortcuts({ heading, commands }: { heading: string; commands: Command[] }) {
  return (
    <section>
      <h3>{heading}</h3>
      <dl>
        {commands.map(({ name, label, shortcuts }) => (
          <Fragment key={name}>
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
