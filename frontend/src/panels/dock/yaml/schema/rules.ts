import type { Field } from "./field";
import { selector } from "./selectors";

const BLOCK: Field = {
  kind: "map",
  doc: "A range of addresses, meant for what lies outside the cluster. Must not stand beside a selector. Whether it matches a pod's address depends on the network plugin.",
  fields: {
    cidr: {
      kind: "text",
      doc: "The range, such as 192.0.2.0/24. The bits behind the prefix must be zero. 0.0.0.0/0 covers no IPv6 address: that is ::/0.",
      source: "cidr",
    },
    except: {
      kind: "list",
      doc: "Holes in this range only. Another peer, rule or policy may still let these addresses through.",
      absent: "The whole range counts.",
      empty: "The whole range counts.",
      item: { kind: "text", doc: "A range that lies inside cidr and is smaller than it.", source: "cidr" },
    },
  },
};

const PEER: Field = {
  kind: "map",
  doc: "Who is at the other end. Both selectors in one item mean AND; another item means OR.",
  empty: "Refused: a peer must name something.",
  fields: {
    podSelector: selector(
      "Chooses pods by their labels: in the policy's own namespace when it stands alone, in the chosen namespaces beside a namespaceSelector.",
      "Every pod of the namespaces that namespaceSelector chooses.",
      "Every pod of the namespaces chosen; alone, every pod of the policy's own namespace.",
    ),
    namespaceSelector: selector(
      "Chooses namespaces by their labels, not by their names. Every namespace carries its name as kubernetes.io/metadata.name.",
      "podSelector looks in the policy's own namespace only.",
      "Every namespace. Addresses outside the cluster are not covered.",
    ),
    ipBlock: BLOCK,
  },
};

const PORT: Field = {
  kind: "map",
  doc: "One port, a range of ports or all ports of one protocol. It is the pod's port, not a Service's.",
  empty: "Every TCP port.",
  fields: {
    protocol: {
      kind: "text",
      doc: "The protocol, in capital letters.",
      absent: "TCP.",
      values: { TCP: "The default.", UDP: "DNS asks over UDP first.", SCTP: "Needs the network plugin's support." },
    },
    port: {
      kind: "number",
      doc: "A number from 1 to 65535, or the name of a port of the destination pod. A name may be another number on each pod.",
      absent: "Every port of the protocol.",
      source: "port",
    },
    endPort: {
      kind: "number",
      doc: "The last port of a range that begins at port, which must be a number. Needs the network plugin's support.",
      absent: "Only port itself.",
    },
  },
};

function ports(direction: string): Field {
  return {
    kind: "list",
    doc: `The ports that this rule opens ${direction}. One item that fits is enough.`,
    absent: "Every port of every protocol.",
    empty: "Every port of every protocol.",
    item: PORT,
  };
}

function peers(doc: string, everyone: string): Field {
  return { kind: "list", doc: `${doc} One item that fits is enough.`, absent: everyone, empty: everyone, item: PEER };
}

function rules(doc: string, rule: string, fields: Record<string, Field>): Field {
  const nothing = "No rule: nothing passes, if policyTypes names the direction.";
  const item: Field = { kind: "map", doc: rule, empty: "Lets everything through, outside addresses too.", fields };
  return { kind: "list", doc, absent: nothing, empty: nothing, item };
}

export const INGRESS = rules(
  "What may come in to the selected pods. A connection passes when one rule of one policy lets it in.",
  "One rule: a source of from on a port of ports. Both must fit.",
  {
    from: peers("The sources that this rule lets in.", "Every source, outside addresses too."),
    ports: ports("on the selected pods"),
  },
);

export const EGRESS = rules(
  "Where the selected pods may connect to. A connection passes when one rule of one policy lets it out. Names must be looked up first: think of DNS.",
  "One rule: a destination of to on a port of ports. Both must fit.",
  {
    to: peers("The destinations that this rule opens.", "Every destination, outside addresses too."),
    ports: ports("on the destinations"),
  },
);
