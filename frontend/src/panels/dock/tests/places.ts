import { placeName } from "@/model/places";
import type { Tables } from "@/model/records";

type Places = Pick<Tables, "namespaces" | "pods" | "hosts">;

/** A pod or host as an expectation names it: by its workload where it has one, a host by its address. */
export function expectedPlace(tables: Places, id: string): string {
  const host = tables.hosts[id];
  if (host) return host.address;
  const pod = tables.pods[id];
  const owner = pod?.owner?.name;
  return pod && owner ? `${tables.namespaces[pod.namespace]?.name ?? "?"}/${owner}` : placeName(tables, id);
}

/** Every place of the board that an expectation can name, each once. */
export function placesOf(tables: Places): { place: string; about: string }[] {
  const pods = Object.keys(tables.pods).map((id) => ({ place: expectedPlace(tables, id), about: "" }));
  const hosts = Object.values(tables.hosts).map(({ address, name }) => ({ place: address, about: name }));
  return [...new Map([...pods, ...hosts].map((one) => [one.place, one])).values()];
}
