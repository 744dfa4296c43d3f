import { ask } from "../../frame/client";
import type { Desk } from "../../frame/desk";

export const administration: Desk = {
  name: "administration",
  title: { nl: "Beheer", en: "Administration" },
  pages: [
    { path: "people", title: { nl: "Mensen", en: "People" }, needs: "administration.list_people", load: () => import("./People") },
    { path: "people/:person", title: { nl: "Medewerker", en: "Employee" }, needs: "administration.show_person", inMenu: false, load: () => import("./Person") },
    { path: "accounts", title: { nl: "Accounts", en: "Accounts" }, needs: "administration.list_accounts", load: () => import("./Accounts") },
    { path: "imports", title: { nl: "Inlezen", en: "Import" }, needs: "administration.imports", load: () => import("./Imports") },
    { path: "imports/new", title: { nl: "Een bestand inlezen", en: "Import a file" }, needs: "administration.import", inMenu: false, load: () => import("./NewImport") },
    { path: "server", title: { nl: "Server", en: "Server" }, needs: "administration.back_up", load: () => import("./Server") },
  ],
  news: async (since, { may, who }, signal) => {
    if (!may("administration.imports")) return [];
    const { runs } = await ask("administration.imports", {}, { signal });
    const count = runs.filter(({ at, account }) => at > since && account !== who.account).length;
    if (count === 0) return [];
    return [{
      text: { nl: count === 1 ? "Er is een bestand met mensen ingelezen." : `Er zijn ${count} bestanden ingelezen.`, en: count === 1 ? "A file was imported." : `${count} files were imported.` },
      path: "/imports",
    }];
  },
  find: async (text, may, signal) => {
    if (!may("administration.show_person")) return [];
    const { people } = await ask("administration.list_people", { text, limit: 8 }, { signal });
    return people.map((one) => ({
      label: `${one.name}, ${one.function}`,
      kind: { nl: "Mensen", en: "People" },
      path: `/people/${one.person}`,
    }));
  },
};
