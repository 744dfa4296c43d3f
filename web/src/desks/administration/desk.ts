import type { Desk } from "../../frame/desk";

export const administration: Desk = {
  name: "administration",
  title: { nl: "Beheer", en: "Administration" },
  pages: [],
};
