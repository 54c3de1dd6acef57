import { useRef, useState } from "react";
import { insert, LAST, move, pathOf, remove, set } from "@/commands/policy-edit";
import type { PodRecord } from "@/model/records";
import { peerMatches } from "@/panels/facts/peer-matches";
import { Button } from "@/panels/parts/Button";
import { say } from "@/texts/policy-form";
import { CardHead } from "./CardHead";
import { useForm } from "./form-state";
import { useWorld } from "./Matches";
import { PeerCard } from "./PeerCard";
import { PeerMaker } from "./PeerMaker";
import { PlaceFindings } from "./PlaceFindings";
import { PortList } from "./PortList";
import { itemsOf, valueAt } from "./policy-value";
import { PEERS, WAY_WORDS, type Way } from "./rule-words";
import { useReturn } from "./use-return";
import { Widening } from "./Widening";

type RuleCardProps = {
  way: Way;
  index: number;
  count: number /** The pods that the policy selects. */;
  selected: PodRecord[];
};

/** One rule: any of its peers, on any of its ports. */
export function RuleCard({ way, index, count, selected }: RuleCardProps) {
  const { value, policy, edit } = useForm();
  const world = useWorld();
  const card = useRef<HTMLElement>(null);
  const rule = ["spec", way, index];
  const name = say.rule(way, index + 1);
  const peers = itemsOf(valueAt(value, [...rule, PEERS[way]]));
  const reached = peers.flatMap((peer) => peerMatches(peer, policy.namespace, world).pods);
  const leave = () => requestAnimationFrame(() => document.getElementById(`add-rule-${way}`)?.focus());
  return (
    <section aria-label={say.rule2(index + 1)} className="form-card" ref={card}>
      <CardHead
        count={count}
        index={index}
        name={name}
        onMove={(to) => void edit([move(pathOf(...rule), to)])}
        onRemove={() => void edit([remove(pathOf(...rule), "leave_empty")]).then(leave)}
        quiet={`${way}[${index}]`}
        title={say.rule2(index + 1)}
      />
      <PlaceFindings at={pathOf(...rule)} />
      <Peers index={index} peers={peers} way={way} />
      <PortList at={[...rule, "ports"]} pods={way === "ingress" ? selected : reached} whose={`of ${name}`} />
    </section>
  );
}

function Peers({ way, index, peers }: { way: Way; index: number; peers: unknown[] }) {
  const { edit, fixed } = useForm();
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<number | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const at = ["spec", way, index, PEERS[way]];
  const rule = say.rule(way, index + 1);
  const home = () => requestAnimationFrame(() => button.current?.focus());
  const take = (peer: number) => {
    if (peers.length === 1) setAsked(peer);
    else void edit([remove(pathOf(...at, peer))]).then(home);
  };
  useReturn(adding, button);
  const stop = () => setAdding(false);
  return (
    <>
      <p className="form-card__part">{WAY_WORDS[way].peer}</p>
      {peers.length === 0 && (
        <p className="form-card__everyone">
          <b>{WAY_WORDS[way].everyone.split(":")[0]}</b>:{WAY_WORDS[way].everyone.split(":")[1]}
        </p>
      )}
      {peers.length > 0 && (
        <p className="form-card__note">
          {say.eachCardIsOneHyphenUnder} <code>{PEERS[way]}</code>
          {say.anyOfThemIsEnoughWhat}
        </p>
      )}
      {peers.map((_, peer) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: its place in the list is all that it is known by
        <div key={peer}>
          {peer > 0 && (
            <p className="form-card__or">
              <span>{say.or}</span>
            </p>
          )}
          <PeerCard
            at={[...at, peer]}
            count={peers.length}
            index={peer}
            name={`${rule}, peer ${peer + 1}`}
            onRemove={() => take(peer)}
          />
        </div>
      ))}
      {asked !== null && (
        <Widening
          choices={[
            {
              label: say.removeTheRule,
              act: () => void edit([remove(pathOf("spec", way, index), "leave_empty")]).then(() => setAsked(null)),
            },
            {
              label: say.letEveryone,
              act: () => void edit([remove(pathOf(...at, asked), "leave_empty")]).then(() => setAsked(null)),
            },
          ]}
          keep={() => {
            setAsked(null);
            home();
          }}
          words={say.withoutItsLastPeerThisRule}
        />
      )}
      {adding && (
        <PeerMaker
          done={stop}
          edits={({ peer }) => [peers.length ? insert(pathOf(...at, LAST), peer) : set(pathOf(...at), [peer])]}
          label={peers.length ? say.addThePeer : say.limitToThisPeer}
          pods={null}
        />
      )}
      {!fixed && !adding && (
        <Button
          aria-label={peers.length ? say.orAnotherPeerOf(rule) : say.limitToFor(rule)}
          icon="plus"
          look="quiet"
          onClick={() => setAdding(true)}
          ref={button}
          small
        >
          {peers.length ? say.orAnotherPeer : say.limitTo}
        </Button>
      )}
    </>
  );
}
