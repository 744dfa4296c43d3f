import { ask } from "../../frame/client";
import type { Desk } from "../../frame/desk";

const MOST_TOLD = 5;

/** What the organisation has on paper, for everybody who works here. */
export const library: Desk = {
  name: "library",
  title: { nl: "Naslag", en: "Reference" },
  pages: [
    { path: "library", title: { nl: "Bibliotheek", en: "Library" }, needs: "library.list", load: () => import("./Library") },
    { path: "library/:document", title: { nl: "Stuk", en: "Document" }, needs: "library.read", inMenu: false, load: () => import("./Document") },
  ],
  /** By the day from which a version holds: that is what one must know. */
  news: async (since, { may }, signal) => {
    if (!may("library.list")) return [];
    const { documents } = await ask("library.list", { limit: 200 }, { signal });
    return documents
      .filter(({ readable, begin }) => readable && begin !== undefined && begin > since.slice(0, 10))
      .slice(0, MOST_TOLD)
      .map(({ title, number, document }) => ({
        text: number === 1 ? { nl: `Nieuw stuk: ${title}.`, en: `New document: ${title}.` } : { nl: `Nieuwe versie van ${title}.`, en: `New version of ${title}.` },
        path: `/library/${document}`,
      }));
  },
  find: async (text, may, signal) => {
    if (!may("library.list")) return [];
    const { documents } = await ask("library.list", { text, limit: 8 }, { signal });
    return documents
      .filter((one) => one.readable)
      .map((one) => ({ label: one.title, kind: { nl: "Bibliotheek", en: "Library" }, path: `/library/${one.document}` }));
  },
};
