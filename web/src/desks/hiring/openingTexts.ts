import { inTwo } from "../../frame/language";

export const openingTexts = inTwo({
  nl: {
    reopen: "Procedure heropenen",
    reopenWhy: "De procedure gaat verder en kandidaten worden weer bewaard zolang zij loopt. Wie al gewist is blijft weg; voorstellen die bij het sluiten zijn ingetrokken blijven dat, en wie nog geen besluit heeft wordt opnieuw naast de criteria gelegd.",
    reason: "Waarom de procedure verdergaat",
    reopened: "De procedure is heropend.",
    keptAgain: "Hun bewaartermijn liep sinds het sluiten en is opnieuw bepaald:",
    moved: (code: string, was: string | undefined, is: string | undefined) => `${code}: ${was ? `zou op ${was} gewist zijn` : "had nog geen datum"}, ${is ? `nu op ${is}` : "nu bewaard zolang een procedure loopt"}.`,
    gone: (count: number) => (count === 1 ? "1 kandidaat was al gewist en blijft weg." : `${count} kandidaten waren al gewist en blijven weg.`),
    wentOn: (closed: string, at: string, who: string) => `Gesloten op ${closed}, heropend op ${at} door ${who}:`,
    open: "Openstellen voor collega's",
    openWhy: "Wie hier werkt ziet dan de titel, de afdeling, de tekst en de criteria, naast de eigen vaardigheden. Van kandidaten is niets te zien.",
    takeBack: "Niet meer voor collega's",
    takeBackWhy: "Collega's zien de vacature dan niet meer tussen die voor hen openstaan.",
    forColleagues: (day: string) => `Open voor collega's sinds ${day}`,
  },
  en: {
    reopen: "Reopen the procedure",
    reopenWhy: "The procedure goes on and candidates are kept again for as long as it does. Who was erased already stays gone; proposals that were withdrawn at the closing stay so, and who has no decision yet is laid beside the requirements anew.",
    reason: "Why the procedure goes on",
    reopened: "The procedure is open again.",
    keptAgain: "Their period of retention ran from the closing and was worked out anew:",
    moved: (code: string, was: string | undefined, is: string | undefined) => `${code}: ${was ? `would have been erased on ${was}` : "had no date yet"}, ${is ? `now on ${is}` : "now kept while a procedure goes on"}.`,
    gone: (count: number) => (count === 1 ? "1 candidate was erased already and stays gone." : `${count} candidates were erased already and stay gone.`),
    wentOn: (closed: string, at: string, who: string) => `Closed on ${closed}, reopened on ${at} by ${who}:`,
    open: "Open to colleagues",
    openWhy: "Whoever works here then sees the title, the unit, the text and the requirements, beside their own skills. Of candidates nothing is shown.",
    takeBack: "No longer for colleagues",
    takeBackWhy: "Colleagues then no longer see the vacancy among those that are open to them.",
    forColleagues: (day: string) => `Open to colleagues since ${day}`,
  },
});
