import { ask } from "../../frame/client";
import type { Desk } from "../../frame/desk";

/** What the organisation has on paper, for everybody who works here. */
export const library: Desk = {
  name: "library",
  title: { nl: "Naslag", en: "Reference" },
  pages: [
    { path: "library", title: { nl: "Bibliotheek", en: "Library" }, needs: "library.list", load: () => import("./Library") },
    { path: "library/:document", title: { nl: "Stuk", en: "Document" }, needs: "library.read", inMenu: false, load: () => import("./Document") },
  ],
  find: async (text, may, signal) => {
    if (!may("library.list")) return [];
    const { documents } = await ask("library.list", { text, limit: 8 }, { signal });
    return documents
      .filter((one) => one.readable)
      .map((one) => ({ label: one.title, kind: { nl: "Bibliotheek", en: "Library" }, path: `/library/${one.document}` }));
  },
};
