import type { Desk } from "../../frame/desk";
import { newsOfProposals } from "./news";
import { useWaitingMark } from "./waiting";

export const everyone: Desk = {
  name: "everyone",
  title: { nl: "Voor jou", en: "For you" },
  pages: [
    { path: "", title: { nl: "Te beslissen", en: "To decide" }, useMark: useWaitingMark, load: () => import("./Tray") },
    { path: "proposals/:id", title: { nl: "Voorstel", en: "Proposal" }, needs: "proposals.show", inMenu: false, load: () => import("./ProposalPage") },
    { path: "account", title: { nl: "Je account", en: "Your account" }, inMenu: false, load: () => import("./Account") },
  ],
  news: newsOfProposals,
};
