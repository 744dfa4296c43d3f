import type { Desk } from "../../frame/desk";

export const hiring: Desk = {
  name: "hiring",
  title: { nl: "Werving", en: "Hiring" },
  pages: [],
};
