import { inTwo } from "./language";

export const listTexts = inTwo({
  nl: {
    all: "Alle",
    clear: "Filters wissen",
    csv: "Bewaren als CSV",
    xlsx: "Bewaren als XLSX",
    nothingFound: "Niets gevonden. Zoek met minder woorden, of wis de filters.",
    more: "Meer tonen",
    someShown: (count: number) => `De eerste ${count} staan er; er zijn er meer. Sorteren gaat over wat er staat.`,
    allShown: (count: number) => (count === 1 ? "Dit is de enige." : `Dit zijn ze alle ${count}.`),
  },
  en: {
    all: "All",
    clear: "Clear filters",
    csv: "Save as CSV",
    xlsx: "Save as XLSX",
    nothingFound: "Nothing found. Search with fewer words, or clear the filters.",
    more: "Show more",
    someShown: (count: number) => `The first ${count} are shown; there are more. Sorting is over what is shown.`,
    allShown: (count: number) => (count === 1 ? "This is the only one." : `These are all ${count}.`),
  },
});
