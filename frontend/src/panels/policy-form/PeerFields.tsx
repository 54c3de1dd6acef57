import { blockOf } from "@/panels/facts/cidr";
import { chosenNamespaces, podsIn } from "@/panels/facts/peer-matches";
import { say } from "@/texts/policy-form";
import { Suggested } from "./Choices";
import { useForm } from "./form-state";
import { useWorld } from "./Matches";
import { EVERY, OWN, type PeerDraft, type PeerKind, peerValue } from "./peer-draft";
import type { Plain } from "./policy-value";
import { RequirementFields } from "./RequirementFields";

type PeerFieldsProps = {
  draft: PeerDraft;
  onChange: (draft: PeerDraft) => void /** Whether "everyone" is a choice. */;
  open: boolean;
};

const KINDS: Record<PeerKind, string> = {
  pods: "Pods",
  addresses: say.addressesOutside,
  everyone: "Everyone",
};

/** Who a new peer is: pods by a label and namespace, a block of addresses, or everyone. */
export function PeerFields({ draft, onChange, open }: PeerFieldsProps) {
  const { policy } = useForm();
  const world = useWorld();
  const set = (part: Partial<PeerDraft>) => onChange({ ...draft, ...part });
  const selector = (peerValue({ ...draft, kind: "pods" }) as Plain).namespaceSelector;
  const spaces = Object.values(world.namespaces).map(({ name }) => name);
  return (
    <>
      <select
        aria-label={say.who}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to add somebody
        autoFocus
        className="field__input"
        onChange={(event) => set({ kind: event.target.value as PeerKind })}
        value={draft.kind}
      >
        {(Object.keys(KINDS) as PeerKind[])
          .filter((kind) => open || kind !== "everyone")
          .map((kind) => (
            <option key={kind} value={kind}>
              {KINDS[kind]}
            </option>
          ))}
      </select>
      {draft.kind === "pods" && (
        <>
          <RequirementFields
            draft={draft.label}
            keyPlaceholder="label key; empty: every pod"
            objects={podsIn(chosenNamespaces(selector, policy.namespace, world), world)}
            onChange={(label) => set({ label })}
          />
          <select
            aria-label={say.inWhichNamespaces}
            className="field__input"
            onChange={(event) => set({ namespace: event.target.value })}
            value={draft.namespace}
          >
            <option value={OWN}>{say.inThePolicysOwn(policy.namespace)}</option>
            <option value={EVERY}>{say.inEveryNamespace}</option>
            {spaces.map((name) => (
              <option key={name} value={name}>
                {say.inByItsName(name)}
              </option>
            ))}
          </select>
        </>
      )}
      {draft.kind === "addresses" && (
        <Suggested
          choices={Object.values(world.hosts).map(({ address }) => blockOf(address))}
          label={say.blockOfAddresses}
          onChange={(event) => set({ cidr: event.target.value })}
          placeholder="192.168.5.0/24"
          value={draft.cidr}
        />
      )}
    </>
  );
}
