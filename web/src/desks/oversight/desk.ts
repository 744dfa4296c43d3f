import type { Desk } from "../../frame/desk";

export const oversight: Desk = {
  name: "oversight",
  title: { nl: "Toezicht", en: "Oversight" },
  pages: [],
};
