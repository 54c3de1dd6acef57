import { Icon } from "@/panels/parts/Icon";
import { Prose } from "@/panels/parts/Prose";
import { useForm } from "./form-state";
import { placeOf } from "./rule-words";

/** What is wrong at one place of the policy, at that place. `within`: at the places inside of it too. */
export function PlaceFindings({ at, within = false }: { at: string; within?: boolean }) {
  const { findings } = useForm();
  const here = findings.filter(({ path }) => (within ? placeOf(path).startsWith(at) : placeOf(path) === at));
  if (here.length === 0) return null;
  return (
    <ul className="place-findings">
      {here.map(({ message, severity, line }) => (
        <li className={`place-findings__one place-findings__one--${severity}`} key={`${line} ${message}`}>
          <Icon name="alert" size={13} />
          <span>
            <span className="visually-hidden">{severity}: </span>
            <Prose text={message} />
          </span>
        </li>
      ))}
    </ul>
  );
}
