import { addNotice } from "@/store/board";
import { say } from "@/texts/commands";
import type { Command } from "../command";
import { copiesPictures, copySvg, NO_PICTURES, pictureAddress, themeNow } from "../pictures";

export const command: Command = {
  name: "copy-svg",
  label: say.copyTheCanvasAsSvg,
  icon: "copyImage",
  group: "file",
  looks: true,
  shortcuts: ["Mod+Shift+C"],
  run: async ({ board }) => {
    const address = pictureAddress(board.board?.id ?? "", "svg", themeNow());
    const copied = copiesPictures() && (await copySvg(address).then(Boolean.bind(null, true), () => false));
    if (copied) addNotice("info", say.theCanvasIsOnTheClipboard2);
    else addNotice("error", NO_PICTURES);
  },
};
