import { parseAllDocuments } from "yaml";

/** The policies of a text of manifests, as "namespace/name"; what cannot be read is left out. */
export function policyNames(manifests: string): string[] {
  return parseAllDocuments(manifests).flatMap((document) => {
    const found = document.toJS() as { kind?: unknown; metadata?: { name?: unknown; namespace?: unknown } } | null;
    const { name, namespace } = found?.metadata ?? {};
    return found?.kind === "NetworkPolicy" && typeof name === "string" ? [`${namespace ?? "default"}/${name}`] : [];
  });
}
