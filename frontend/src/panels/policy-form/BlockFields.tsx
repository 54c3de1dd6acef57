import { insert, LAST, pathOf, remove, type Step, set } from "@/commands/policy-edit";
import { blockOf, readAddress } from "@/panels/facts/cidr";
import { say } from "@/texts/policy-form";
import { ChipList } from "./ChipList";
import { CommittedText } from "./CommittedText";
import { useForm } from "./form-state";
import { useWorld } from "./Matches";
import { itemsOf, type Plain, textOf, valueAt } from "./policy-value";
import { TextEditor } from "./TextEditor";

/** A block of addresses, and the holes in it. */
export function BlockFields({ at, name }: { at: Step[]; name: string }) {
  const { value, edit } = useForm();
  const choices = useBlocks();
  const block = (valueAt(value, at) ?? {}) as Plain;
  const holes = itemsOf(block.except).map(textOf);
  return (
    <>
      <CommittedText
        choices={choices}
        edits={(typed) => [set(pathOf(...at, "cidr"), typed)]}
        hint={say.meantForAddressesOutsideOfThe}
        label={say.block}
        mistake={blockMistake}
        name={`Block of ${name}`}
        value={textOf(block.cidr)}
      />
      <p className="form-card__part">{holes.length ? say.butNot : say.withoutException}</p>
      <ChipList
        editor={(index, done) => (
          <TextEditor
            choices={choices}
            done={done}
            edits={(typed) => [
              index === null
                ? insert(pathOf(...at, "except", LAST), typed)
                : set(pathOf(...at, "except", index), typed),
            ]}
            key={index ?? "new"}
            label={say.blockToLeaveOut}
            mistake={blockMistake}
            placeholder="10.0.5.0/24"
            value={index === null ? "" : (holes[index] ?? "")}
          />
        )}
        everything={say.leavesNothingOut}
        items={holes}
        noun="exception"
        remove={(index) =>
          edit([holes.length > 1 ? remove(pathOf(...at, "except", index)) : remove(pathOf(...at, "except"))])
        }
        whose={`of ${name}`}
      />
    </>
  );
}

/** Why a text is no block of addresses; null when it is one. */
export function blockMistake(typed: string): string | null {
  const [start = "", prefix, ...more] = typed.split("/");
  const address = readAddress(start);
  const fine = address && more.length === 0 && /^\d{1,3}$/.test(prefix ?? "") && Number(prefix) <= address.bits;
  return fine ? null : say.writeABlockSuchAs192;
}

/** The blocks that are likely on this board: its outside addresses, and all of either family. */
export function useBlocks(): string[] {
  const { hosts } = useWorld();
  return [...new Set([...Object.values(hosts).map(({ address }) => blockOf(address)), "0.0.0.0/0", "::/0"])];
}
