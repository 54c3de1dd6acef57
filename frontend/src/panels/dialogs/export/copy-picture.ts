/** Whether this page may put a picture on the clipboard: on HTTPS and localhost only, and not in every browser. */
export function copiesPictures(): boolean {
  return typeof ClipboardItem !== "undefined" && Boolean(navigator.clipboard?.write);
}

/** Puts the PNG at an address on the clipboard. Rejects when the browser or the server refuses. */
export async function copyPicture(address: string): Promise<void> {
  const png = fetch(address, { credentials: "same-origin" }).then((response) => {
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    return response.blob();
  });
  // The promise goes in as it is: some browsers forget the click while it is waited for.
  await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
}
