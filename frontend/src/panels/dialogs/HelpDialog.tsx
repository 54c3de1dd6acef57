import { Fragment } from "react";
import { currentView, doable, type Group, isOffered, run } from "@/commands/command";
import { GESTURES } from "@/commands/gestures";
import { spelled } from "@/commands/keys";
import { COMMANDS, commandNamed } from "@/commands/list";
import { EDITOR_KEYS, LEAVING } from "@/panels/dock/yaml/editing/keys";
import { Button } from "@/panels/parts/Button";
import { Dialog } from "@/panels/parts/Dialog";
import { say } from "@/texts/dialogs";
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

/** Every key and gesture, read off the lists of commands, of gestures and of the YAML editor. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const tour = commandNamed("tour");
  return (
    <Dialog
      footer={
        doable(tour, currentView()) && (
          <Button
            onClick={() => {
              onClose();
              run(tour);
            }}
          >
            {say.takeTheTour}
          </Button>
        )
      }
      onClose={onClose}
      title={say.keysAndGestures}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keyboard */}
      <section aria-label={say.allKeysAndGestures} className="help-dialog" tabIndex={0}>
        {Object.entries(GROUPS).map(([group, heading]) => {
          const commands = COMMANDS.filter(
            (command) => command.group === group && command.shortcuts && isOffered(command),
          );
          return commands.length > 0 && <Shortcuts commands={commands} heading={heading} key={group} />;
        })}
        <Shortcuts commands={GESTURES.filter(({ group }) => group === "canvas")} heading={say.onTheCanvas} />
        <Shortcuts commands={GESTURES.filter(({ group }) => group === "touch")} heading={say.byTouch} />
        <Shortcuts commands={EDITOR_KEYS} heading={say.inTheYamlEditor} />
        <p>{LEAVING}</p>
      </section>
    </Dialog>
  );
}

type Listed = { label: string; shortcuts?: readonly string[] };

function Shortcuts({ heading, commands }: { heading: string; commands: readonly Listed[] }) {
  return (
    <section>
      <h3>{heading}</h3>
      <dl>
        {commands.map(({ label, shortcuts }) => (
          <Fragment key={`${label} ${shortcuts?.join()}`}>
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
