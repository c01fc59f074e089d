// The Azure SDK for JavaScript as it is, against the lab server. One step per call:
//
//   node client.mjs write|read|remove|refuse|traffic < wish.json
//
// The wish says where (endpoint, authority), who (tenantId, clientId, clientSecret) and what (subscriptionId, group, names).
// Trust in the server's certificate comes from NODE_EXTRA_CA_CERTS, as for any client of a private authority.
// The answer is one JSON object on standard output; a step that fails says why on standard error and ends with 1.
import assert from "node:assert/strict";
import { text } from "node:stream/consumers";
import { NetworkManagementClient } from "@azure/arm-network";
import { ClientSecretCredential } from "@azure/identity";

const wish = JSON.parse(await text(process.stdin));
const credential = new ClientSecretCredential(wish.tenantId, wish.clientId, wish.clientSecret, {
  authorityHost: wish.authority,
  disableInstanceDiscovery: true,
});
const endpoint = wish.endpoint.replace(/\/$/, "");
const client = new NetworkManagementClient(credential, wish.subscriptionId, {
  endpoint,
  credentialScopes: [`${endpoint}/.default`],
});
const { group } = wish;

const idOf = (name) =>
  `/subscriptions/${wish.subscriptionId}/resourceGroups/${group}/providers/Microsoft.Network/virtualNetworks/${name}`;

async function all(list) {
  const items = [];
  for await (const item of list) items.push(item);
  return items;
}

const network = (name, prefixes) =>
  client.virtualNetworks.beginCreateOrUpdateAndWait(group, name, {
    location: "westeurope",
    tags: { owner: "javascript" },
    addressSpace: { addressPrefixes: prefixes },
    subnets: [{ name: "default", addressPrefix: prefixes[0].replace(/\/\d+$/, "/24") }],
  });

const half = (from, to, more = {}, options = {}) =>
  client.virtualNetworkPeerings.beginCreateOrUpdateAndWait(
    group,
    from,
    `to-${to}`,
    { remoteVirtualNetwork: { id: idOf(to) }, allowVirtualNetworkAccess: true, ...more },
    options,
  );

const read = (from, to) => client.virtualNetworkPeerings.get(group, from, `to-${to}`);

const shown = ({ name, peeringState, peeringSyncLevel, provisioningState, allowForwardedTraffic, resourceGuid, remoteAddressSpace }) => ({
  name,
  peeringState,
  peeringSyncLevel,
  provisioningState,
  allowForwardedTraffic,
  resourceGuid,
  remotePrefixes: remoteAddressSpace?.addressPrefixes,
});

const steps = {
  /** Two networks, both halves, a flag changed, one network grown, the pair in sync again. */
  async write() {
    const [one, two] = wish.names;
    const made = await network(one, ["10.201.0.0/16"]);
    assert.equal(made.provisioningState, "Succeeded");
    assert.deepEqual(made.subnets.map((s) => s.name), ["default"]);
    await network(two, ["10.202.0.0/16"]);

    assert.equal((await half(one, two)).peeringState, "Initiated");
    assert.equal((await half(two, one)).peeringState, "Connected");
    assert.equal((await read(one, two)).peeringState, "Connected");

    const changed = await half(one, two, { ...(await read(one, two)), allowForwardedTraffic: true });
    assert.equal(changed.allowForwardedTraffic, true);

    await network(one, ["10.201.0.0/16", "10.203.0.0/16"]);
    assert.equal((await read(one, two)).peeringSyncLevel, "RemoteNotInSync");
    assert.equal((await read(two, one)).peeringSyncLevel, "LocalNotInSync");
    await half(two, one, await read(two, one), { syncRemoteAddressSpace: "true" });

    const [first, second] = [await read(one, two), await read(two, one)];
    assert.equal(first.resourceGuid, second.resourceGuid);
    return [shown(first), shown(second)];
  },

  /** What there is, by get and by list, the list in pages. */
  async read() {
    const [name] = wish.names;
    const got = await client.virtualNetworks.get(group, name);
    const listed = await all(client.virtualNetworkPeerings.list(group, name));
    const everything = await all(client.virtualNetworks.listAll());
    const inGroup = await all(client.virtualNetworks.list(group));
    assert.deepEqual(listed.map((p) => p.name).sort(), got.virtualNetworkPeerings.map((p) => p.name).sort());
    assert.ok(everything.some((n) => n.id === got.id));
    assert.ok(inGroup.length <= everything.length);
    return { peerings: listed.map(shown), prefixes: got.addressSpace.addressPrefixes, networks: everything.length };
  },

  /** Both halves gone, one after the other; a third deletion finds nothing and is no error; reading one is a 404. */
  async remove() {
    const [one, two] = wish.names;
    await client.virtualNetworkPeerings.beginDeleteAndWait(group, one, `to-${two}`);
    const left = await read(two, one);
    await client.virtualNetworkPeerings.beginDeleteAndWait(group, two, `to-${one}`);
    await client.virtualNetworkPeerings.beginDeleteAndWait(group, two, `to-${one}`);
    await assert.rejects(read(two, one), (e) => e.statusCode === 404 && e.code === "NotFound");
    return { left: left.peeringState };
  },

  /** What Azure computes for the interface of a running machine, polled at the Location by the SDK, and what Network Watcher says. */
  async traffic() {
    const [machine, from, to] = wish.names;
    const { value: routes } = await client.networkInterfaces.beginGetEffectiveRouteTableAndWait(group, `nic-${machine}`);
    const { value: groups } = await client.networkInterfaces.beginListEffectiveNetworkSecurityGroupsAndWait(group, `nic-${machine}`);
    const targetResourceId = `/subscriptions/${wish.subscriptionId}/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachines/vm-${machine}`;
    const [watcher] = await all(client.networkWatchers.list("NetworkWatcherRG"));
    const hop = await client.networkWatchers.beginGetNextHopAndWait("NetworkWatcherRG", watcher.name, {
      targetResourceId,
      sourceIPAddress: from,
      destinationIPAddress: to,
    });
    const check = await client.networkWatchers.beginCheckConnectivityAndWait("NetworkWatcherRG", watcher.name, {
      source: { resourceId: targetResourceId },
      destination: { address: to, port: 443 },
    });
    return {
      routes: routes.map((r) => [r.source, r.state, ...r.addressPrefix, r.nextHopType, ...r.nextHopIpAddress].join(" ")),
      groups: groups.map((g) => g.networkSecurityGroup.id.split("/").pop()),
      hop: hop.nextHopType,
      check: check.connectionStatus,
    };
  },

  /** What is refused arrives as the error that Azure would send. */
  async refuse() {
    const [one, two] = wish.names;
    const refusal = (promise) => promise.then(() => null, (e) => ({ status: e.statusCode, code: e.code }));
    return {
      missing: await refusal(client.virtualNetworks.get(group, "vnet-missing")),
      elsewhere: await refusal(client.virtualNetworks.get("rg-missing", one)),
      overlap: await refusal(
        (async () => {
          await client.virtualNetworks.beginCreateOrUpdateAndWait(group, `${two}-twin`, {
            location: "westeurope",
            addressSpace: { addressPrefixes: ["10.202.0.0/16"] },
          });
          await half(`${two}-twin`, two);
        })(),
      ),
    };
  },
};

process.stdout.write(JSON.stringify(await steps[process.argv[2]]()));
