import { move, pathOf, remove, type Step, set } from "@/commands/policy-edit";
import { chosenNamespaces, namespaceLabels, peerMatches, podsIn } from "@/panels/facts/peer-matches";
import { Button } from "@/panels/parts/Button";
import { say } from "@/texts/policy-form";
import { BlockFields } from "./BlockFields";
import { CardHead } from "./CardHead";
import { useForm } from "./form-state";
import { Lights } from "./Lights";
import { Matches, useWorld } from "./Matches";
import { PlaceFindings } from "./PlaceFindings";
import { isWritten, type Plain, valueAt } from "./policy-value";
import { SelectorFields } from "./SelectorFields";

type PeerCardProps = { at: Step[]; index: number; count: number; name: string; onRemove: () => void };

/** One peer of a rule. Everything inside a card must hold at once. */
export function PeerCard({ at, index, count, name, onRemove }: PeerCardProps) {
  const { value, policy, edit } = useForm();
  const world = useWorld();
  const peer = (valueAt(value, at) ?? {}) as Plain;
  const matched = peerMatches(peer, policy.namespace, world);
  const found = [...matched.pods, ...matched.hosts];
  const to = (target: number) => void edit([move(pathOf(...at), target)]);
  return (
    <Lights ids={found.map(({ id }) => id)} as="peer" words={say.matchesOnThisBoard(name, found.length)}>
      <section aria-label={name} className="form-card form-card--peer">
        <CardHead
          count={count}
          index={index}
          name={name}
          onMove={to}
          onRemove={onRemove}
          title={isWritten(peer.ipBlock) ? say.addresses : say.pods}
        />
        {isWritten(peer.ipBlock) ? (
          <BlockFields at={[...at, "ipBlock"]} name={name} />
        ) : (
          <Selectors at={at} name={name} />
        )}
        <Matches home={policy.namespace} hosts={matched.hosts} namespaces={world.namespaces} pods={matched.pods} />
        <PlaceFindings at={pathOf(...at)} />
      </section>
    </Lights>
  );
}

function Selectors({ at, name }: { at: Step[]; name: string }) {
  const { value, policy, edit, fixed } = useForm();
  const world = useWorld();
  const peer = (valueAt(value, at) ?? {}) as Plain;
  const own = !isWritten(peer.namespaceSelector);
  const chosen = chosenNamespaces(peer.namespaceSelector, policy.namespace, world);
  const labelled = Object.values(world.namespaces).map((each) => ({ labels: namespaceLabels(each) }));
  const everyPod = Object.keys((peer.podSelector as object | null) ?? {}).length === 0;
  const everySpace = !own && Object.keys(peer.namespaceSelector as object).length === 0;
  const ownOnly = () =>
    void edit([
      ...(isWritten(peer.podSelector) ? [] : [set(pathOf(...at, "podSelector"), {})]),
      remove(pathOf(...at, "namespaceSelector"), "leave_empty"),
    ]);
  return (
    <>
      <p className="form-card__part">{everyPod ? say.everyPod : say.podsWith}</p>
      <SelectorFields
        at={[...at, "podSelector"]}
        everything={own ? say.namesEveryPodOf(policy.namespace) : say.namesEveryPodOfThoseNamespaces}
        objects={podsIn(chosen, world)}
        whose={say.ofThePodsOf(name)}
      />
      <p className="form-card__part">
        <b>{say.and}</b>{" "}
        {own ? (
          <>
            {say.in} <code>{policy.namespace}</code>
            {say.thePolicysOwnNamespace}
          </>
        ) : everySpace ? (
          say.inEveryNamespace
        ) : (
          say.inNamespacesWith
        )}
      </p>
      <SelectorFields
        at={[...at, "namespaceSelector"]}
        everything={say.namesPodsOfEveryNamespace}
        more={
          own ? (
            <Button
              look="quiet"
              onClick={() => void edit([set(pathOf(...at, "namespaceSelector"), {})])}
              small
              title={say.podsWithTheseLabelsInAll}
            >
              {say.everyNamespace}
            </Button>
          ) : (
            <Button look="quiet" onClick={ownOnly} small title={say.onlyPodsOf(policy.namespace)}>
              {say.ownNamespaceOnly}
            </Button>
          )
        }
        objects={labelled}
        whose={say.ofTheNamespacesOf(name)}
      />
      {own && !fixed && <p className="form-card__note">{say.aLabelHereLooksInAll}</p>}
    </>
  );
}
