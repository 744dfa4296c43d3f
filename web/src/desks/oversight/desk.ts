import { ask } from "../../frame/client";
import type { Desk } from "../../frame/desk";
import { registerPath } from "./paths";
import { oversightNews, oversightWaits } from "./tidings";

export const oversight: Desk = {
  name: "oversight",
  title: { nl: "Toezicht", en: "Oversight" },
  pages: [
    { path: "register", title: { nl: "AI-register", en: "AI register" }, needs: "register.list", load: () => import("./Register") },
    { path: "register/:desk/:verb", title: { nl: "Toepassing", en: "Use" }, needs: "register.show", inMenu: false, load: () => import("./RegisterEntry") },
    { path: "ledger", title: { nl: "Logboek", en: "Ledger" }, needs: "oversight.search_ledger", load: () => import("./Ledger") },
    { path: "use", title: { nl: "Gebruik", en: "Use in numbers" }, needs: "oversight.use", load: () => import("./UseInNumbers") },
    { path: "kept", title: { nl: "Gegevens van iemand", en: "Data of somebody" }, needs: "oversight.everything_of", load: () => import("./Kept") },
    { path: "periods", title: { nl: "Bewaartermijnen", en: "Retention" }, needs: "oversight.periods", load: () => import("./Periods") },
  ],
  waits: oversightWaits,
  news: oversightNews,
  find: async (text, may, signal) => {
    if (!may("register.list")) return [];
    const { uses } = await ask("register.list", { limit: 200 }, { signal });
    const looked = text.toLowerCase();
    return uses
      .filter(({ use, title }) => `${use} ${title}`.toLowerCase().includes(looked))
      .map(({ use, title }) => ({ label: title, kind: { nl: "AI-register", en: "AI register" }, path: registerPath(use) }));
  },
};
