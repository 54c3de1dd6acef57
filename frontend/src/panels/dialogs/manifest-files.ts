import { say } from "@/texts/dialogs";

/** Files of manifests that a person chose or dropped, folders walked, and their lines to quote. */

export type ManifestFile = { path: string; file: Blob };

const READ = /\.(ya?ml|json|zip)$/i;
const MOST_FILES = 5000;

/** The manifests and archives among chosen files; those of a folder keep their path in it. */
export function chosenFiles(files: Iterable<File>): ManifestFile[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file })).filter(isRead);
}

function isRead({ path, file }: ManifestFile): boolean {
  return READ.test(path) || /yaml|json|zip/.test(file.type);
}

/** What was dropped; folders are walked. Must be called while the drop is handled: later nothing is left of it. */
export async function droppedFiles(transfer: DataTransfer | null): Promise<ManifestFile[]> {
  const entries = [...(transfer?.items ?? [])].map((item) => item.webkitGetAsEntry?.() ?? null);
  const plain = [...(transfer?.files ?? [])];
  if (!entries.some((entry) => entry?.isDirectory)) return chosenFiles(plain);
  const found: ManifestFile[] = [];
  for (const entry of entries) if (entry) await walk(entry, found);
  return found.filter(isRead);
}

async function walk(entry: FileSystemEntry, found: ManifestFile[]): Promise<void> {
  if (found.length >= MOST_FILES || entry.name.startsWith(".")) return;
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    found.push({ path: entry.fullPath.replace(/^\//, ""), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives a hundred at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return;
    for (const one of some) await walk(one, found);
  }
}

/** Both, the later ones in place of those of the same path. */
export function merged(known: readonly ManifestFile[], added: readonly ManifestFile[]): ManifestFile[] {
  return [...known.filter(({ path }) => !added.some((each) => each.path === path)), ...added];
}

export const PASTED = "pasted text";

/** Pasted text as one more file. */
export function withText(files: readonly ManifestFile[], text: string): ManifestFile[] {
  return text.trim() ? [...files, { path: PASTED, file: new Blob([text]) }] : [...files];
}

const QUOTED = 2_000_000;
const LONGEST = 160;

/** The line of a file, to quote beside an error; null when it lies too far in, or in an archive. */
export async function lineOf(files: readonly ManifestFile[], path: string, line: number): Promise<string | null> {
  const found = files.find((each) => each.path === path);
  if (!found || found.file.size > QUOTED || /\.zip$/i.test(path)) return null;
  const text = (await found.file.text()).split(/\r\n|\r|\n/)[line - 1];
  return text === undefined ? null : text.slice(0, LONGEST);
}

/** 1.2 MB, 340 kB, 12 bytes. */
export function sized(bytes: number): string {
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(1)} MB`;
  return bytes >= 1e3 ? say.kb(Math.round(bytes / 1e3)) : say.bytes(bytes);
}
