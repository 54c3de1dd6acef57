import { addNotice } from "@/store/board";
import { say } from "@/texts/commands";
import type { Command } from "../command";
import { copiesPictures, copyPng, NO_PICTURES, pictureAddress, themeNow } from "../pictures";

export const command: Command = {
  name: "copy-png",
  label: say.copyTheCanvasAsPng,
  icon: "copyImage",
  group: "file",
  looks: true,
  shortcuts: ["Shift+Alt+C"],
  run: async ({ board }) => {
    const address = pictureAddress(board.board?.id ?? "", "png", themeNow());
    const copied = copiesPictures() && (await copyPng(address).then(Boolean.bind(null, true), () => false));
    if (copied) addNotice("info", say.theCanvasIsOnTheClipboard);
    else addNotice("error", NO_PICTURES);
  },
};
