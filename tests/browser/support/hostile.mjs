// An estate whose every text means harm, as an export that somebody tampered with, or a tag that anybody may write.
import { createHash } from "node:crypto";

export const payloads = [
  "<script>window.harmed=1</script>",
  "</script><script>window.harmed=2</script>",
  "<img src=x onerror=window.harmed=3>",
  "\"><svg onload=window.harmed=4>",
  "' onfocus=window.harmed=5 autofocus x='",
  "javascript:window.harmed=6",
  "<!--<script>window.harmed=7//-->",
  "]]><script>window.harmed=8</script>",
  "{{constructor.constructor('window.harmed=9')()}}",
  "<style>*{display:none}</style>",
  "<base href=//example.invalid><a href=x>",
  "<iframe srcdoc='<script>parent.harmed=10</script>'>",
  "&lt;script&gt;window.harmed=11&lt;/script&gt;",
  "</title><script>window.harmed=12</script>",
  "</textarea></style></template><img src=//example.invalid/x>",
  "\u202Egnp.exe\u202C \u0007bell \u200Bzero",
  "__proto__",
  "${window.harmed=13}",
];

const subscription = "00000000-0000-4000-8000-000000000001";
const idOf = (name) => `/subscriptions/${subscription}/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/${name}`;

const pairIdOf = (one, other) => createHash("sha256").update([one.toLowerCase(), other.toLowerCase()].sort().join("\n")).digest("hex").slice(0, 12);
const escaped = (text) => text.replace(/[%;=]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

// What is no name in a resource's id never comes from Azure: names carry what is left of each payload.
export const nameOf = (payload, number) => `n${number}${payload.replace(/[\p{C}\s<>?#%&/\\]/gu, "")}`;

// Azure takes none of these in a tag's name; in its value anything goes.
const tagOf = (payload) => payload.replace(/[<>%&\\?/]/g, "");

function network(id, name, space, peer, peerSpace, tags) {
  return {
    id,
    name,
    location: "westeurope",
    tags,
    addressSpace: { addressPrefixes: [space] },
    virtualNetworkPeerings: [{
      name: "to-peer",
      remoteVirtualNetwork: { id: peer },
      peeringState: "Connected",
      peeringSyncLevel: "FullyInSync",
      allowVirtualNetworkAccess: true,
      remoteAddressSpace: { addressPrefixes: [peerSpace] },
      remoteVirtualNetworkAddressSpace: { addressPrefixes: [peerSpace] },
    }],
  };
}

// One pair for each payload: in a network's name, in tags that rules read, in the record's owner and ticket.
export function hostileEstate() {
  return payloads.flatMap((payload, number) => {
    const [name, plain] = [nameOf(payload, number), `vnet-${number}`];
    const [one, other] = [idOf(name), idOf(plain)];
    const [space, peerSpace] = [`10.${number}.0.0/24`, `10.${number}.1.0/24`];
    const record = `pair=${pairIdOf(one, other)};expires=2027-01-31T23:59:59Z;owner=${escaped(payload)};ticket=${escaped(`T${number}${payload}`)}`;
    return [
      network(one, name, space, other, peerSpace, { environment: payload, "PeeringTools:to-peer": record }),
      network(other, plain, peerSpace, one, space, { environment: "prod", [tagOf(payload)]: payload }),
    ];
  });
}
