import { say } from "@/texts/commands";

export type PictureForm = "png" | "svg";
export type PictureTheme = "light" | "dark";

/** Why nothing could be copied, in the words of the browser's limits. */
export const NO_PICTURES = say.thisBrowserDoesNotLetThe;

/** Where the server draws the board as a picture, arrows included. */
export function pictureAddress(board: string, form: PictureForm, theme: PictureTheme): string {
  return `/api/v1/boards/${board}/export/?${new URLSearchParams({ as: form, theme })}`;
}

/** The theme that is on the screen now. */
export function themeNow(): PictureTheme {
  return getComputedStyle(document.documentElement).colorScheme === "dark" ? "dark" : "light";
}

/** Whether this page may put a picture on the clipboard: on HTTPS and localhost only, and not in every browser. */
export function copiesPictures(): boolean {
  return typeof ClipboardItem !== "undefined" && Boolean(navigator.clipboard?.write);
}

/** Puts the PNG at an address on the clipboard. Rejects when the browser or the server refuses. */
export async function copyPng(address: string): Promise<void> {
  // The promise goes in as it is: some browsers forget the click while it is waited for.
  await navigator.clipboard.write([new ClipboardItem({ "image/png": read(address).then((answer) => answer.blob()) })]);
}

/** Puts the SVG at an address on the clipboard, as text: that is what drawing programs and wikis take. */
export async function copySvg(address: string): Promise<void> {
  const text = read(address)
    .then((answer) => answer.text())
    .then((svg) => new Blob([svg], { type: "text/plain" }));
  await navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]);
}

async function read(address: string): Promise<Response> {
  const response = await fetch(address, { credentials: "same-origin" });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response;
}
