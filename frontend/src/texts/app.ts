/** What `app` says. */
export const say = {
  goToYourBoards: "Go to your boards",
  itsOwnerDeletedItOrIt:
    "Its owner deleted it, or it is not open to you. Nothing that was saved is lost: its owner can restore it.",
  netpolStudio: "Netpol Studio",
  netpolStudioWasUpdated: "Netpol Studio was updated",
  opening: "Opening…",
  reloadThePage: "Reload the page",
  stopPresentingEsc: "Stop presenting (Esc)",
  theEditorCouldNotBeLoaded:
    "The editor could not be loaded. The server may be gone, or it may have a newer version since.",
  theLinkThatYouCameBy:
    "The link that you came by has expired, or the owner of the board revoked it. Ask for a new link.",
  thePanel: (value: string, panel: string) => `${value} the ${panel} panel`,
  thisBoardIsNotHereAny: "This board is not here any more",
  thisPageIsOlderThanThe: "This page is older than the server. Reload it to go on.",
  whatIsNotSavedYetIs: "What is not saved yet is kept in this tab and sent after the reload.",
  yourAccessHasEnded: "Your access has ended",
};
