import type { Desk } from "../../frame/desk";

export const everyone: Desk = {
  name: "everyone",
  title: { nl: "Voor jou", en: "For you" },
  pages: [
    { path: "", title: { nl: "Te beslissen", en: "To decide" }, load: () => import("./Tray") },
  ],
};
