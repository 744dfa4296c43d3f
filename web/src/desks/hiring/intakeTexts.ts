import { inTwo } from "../../frame/language";

/** Papers that come in, and what became of them. */
export const intakeTexts = inTwo({
  nl: {
    unreadable: "Niet te lezen",
    unreadableLead: "Geef deze bestanden opnieuw, in een andere vorm, of leg ze opzij.",
    duplicates: "Was er al",
    duplicatesLead: "Dezelfde papieren hoorden al bij deze kandidaten. Er is niets dubbel bewaard.",
    aFile: "een bestand",
    byYou: (day: string) => `door jou, ${day}`,
    byOther: (who: string, day: string) => `door ${who}, ${day}`,
    aside: "Opzijleggen",
    asideOf: (what: string) => `Opzijleggen: ${what}`,
    allAside: "Alles opzijleggen",
  },
  en: {
    unreadable: "Cannot be read",
    unreadableLead: "Give these files again, in another form, or put them aside.",
    duplicates: "Was there already",
    duplicatesLead: "The same papers were these candidates' already. Nothing is kept twice.",
    aFile: "a file",
    byYou: (day: string) => `by you, ${day}`,
    byOther: (who: string, day: string) => `by ${who}, ${day}`,
    aside: "Put aside",
    asideOf: (what: string) => `Put aside: ${what}`,
    allAside: "Put all aside",
  },
});
