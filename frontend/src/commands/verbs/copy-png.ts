import { addNotice } from "@/store/board";
import type { Command } from "../command";
import { copiesPictures, copyPng, NO_PICTURES, pictureAddress, themeNow } from "../pictures";

export const command: Command = {
  name: "copy-png",
  label: "Copy the canvas as PNG",
  icon: "copyImage",
  group: "file",
  looks: true,
  shortcuts: ["Shift+Alt+C"],
  run: async ({ board }) => {
    const address = pictureAddress(board.board?.id ?? "", "png", themeNow());
    const copied = copiesPictures() && (await copyPng(address).then(Boolean.bind(null, true), () => false));
    if (copied) addNotice("info", "The canvas is on the clipboard, as PNG.");
    else addNotice("error", NO_PICTURES);
  },
};
