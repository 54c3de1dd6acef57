/** Paper is light whatever the theme: while the browser prints, the page is in the light one. */
export function printLight(): void {
  const root = document.documentElement;
  let before: string | undefined;
  window.addEventListener("beforeprint", () => {
    before = root.dataset.theme;
    root.dataset.theme = "light";
  });
  window.addEventListener("afterprint", () => {
    if (before === undefined) delete root.dataset.theme;
    else root.dataset.theme = before;
  });
}
