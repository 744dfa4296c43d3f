import { inTwo } from "../../frame/language";

/** Who is shown in the matrix, and in which order. */
export const filterTexts = inTwo({
  nl: {
    shows: "Wat het cv ervan zegt",
    order: "Volgorde",
    shuffled: "door elkaar",
    byScore: "wie meer laat zien eerst",
    byCode: "op code of naam",
    byRequirement: (label: string) => `op ${label}`,
    clear: "Alles weer tonen",
    shuffledNow: "Binnen een groep is de volgorde willekeurig.",
    byScoreNow: "Binnen een groep staat wie meer laat zien eerder.",
    sortedNow: "Binnen een groep staat de volgorde die je koos.",
  },
  en: {
    shows: "What the CV says of it",
    order: "Order",
    shuffled: "shuffled",
    byScore: "who shows more first",
    byCode: "by code or name",
    byRequirement: (label: string) => `by ${label}`,
    clear: "Show all again",
    shuffledNow: "Inside a group the order is random.",
    byScoreNow: "Inside a group who shows more comes first.",
    sortedNow: "Inside a group the order is the one you chose.",
  },
});
