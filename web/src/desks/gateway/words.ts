// What the server's own words about text that leaves are called on the pages.
import type { Answer, Input } from "../../frame/client";
import { inTwo } from "../../frame/language";

export type Kind = Answer<"gateway.try_shield">["found"][number]["kind"];
export type Treatment = Answer<"gateway.try_shield">["found"][number]["treatment"];
export type DataClass = Answer<"gateway.try_shield">["data"];
export type Provider = Input<"gateway.add_provider">["content"];
export type Offered = Provider["models"][number];
export type ModelKind = NonNullable<Offered["kind"]>;
export type Policy = Answer<"gateway.policies">["policies"][number]["policy"];
export type LimitOf = NonNullable<Input<"gateway.add_limit">["content"]["of"]>;

export const kindWords = inTwo<Record<Kind, string>>({
  nl: {
    PERSON: "naam", ADDRESS: "adres", POSTCODE: "postcode", PLACE: "plaats", ORGANISATION: "organisatie", EMAIL: "e-mailadres", PHONE: "telefoonnummer",
    URL: "webadres", IP: "IP-adres", BSN: "BSN", IBAN: "rekeningnummer", PAYMENT_CARD: "betaalkaart", KVK: "KvK-nummer", VAT: "btw-nummer",
    PERSONNEL_NUMBER: "personeelsnummer", LICENCE_PLATE: "kenteken", PASSPORT: "paspoort of identiteitskaart", DATE_OF_BIRTH: "geboortedatum",
    HEALTH: "gezondheid", UNION: "vakbond", RELIGION: "geloof", ORIENTATION: "seksuele gerichtheid", ETHNICITY: "afkomst", POLITICS: "politiek",
    CRIMINAL: "strafrecht",
  },
  en: {
    PERSON: "name", ADDRESS: "address", POSTCODE: "postcode", PLACE: "place", ORGANISATION: "organisation", EMAIL: "e-mail address", PHONE: "phone number",
    URL: "web address", IP: "IP address", BSN: "citizen service number", IBAN: "bank account", PAYMENT_CARD: "payment card", KVK: "company number",
    VAT: "VAT number", PERSONNEL_NUMBER: "personnel number", LICENCE_PLATE: "licence plate", PASSPORT: "passport or identity card",
    DATE_OF_BIRTH: "date of birth", HEALTH: "health", UNION: "trade union", RELIGION: "religion", ORIENTATION: "sexual orientation",
    ETHNICITY: "ethnicity", POLITICS: "politics", CRIMINAL: "criminal record",
  },
});

export const treatmentWords = inTwo<Record<Treatment, string>>({
  nl: { replace: "vervangen", keep: "laten staan", generalise: "veralgemenen", refuse: "weigeren" },
  en: { replace: "replace", keep: "leave as it is", generalise: "generalise", refuse: "refuse" },
});

export const dataWords = inTwo<Record<DataClass, string>>({
  nl: { open: "niets van iemand", personal: "persoonsgegevens", special: "bijzondere gegevens", speech: "spraak" },
  en: { open: "nothing of anybody", personal: "personal data", special: "special data", speech: "speech" },
});

export const modelKindWords = inTwo<Record<ModelKind, string>>({
  nl: { chat: "gesprek", embedding: "tekst als getallen", transcription: "spraak uitschrijven" },
  en: { chat: "conversation", embedding: "text as numbers", transcription: "writing out speech" },
});

export const limitOfWords = inTwo<Record<LimitOf, string>>({
  nl: { person: "iedere persoon", key: "iedere sleutel", unit: "iedere afdeling", everybody: "allen samen" },
  en: { person: "each person", key: "each key", unit: "each unit", everybody: "all together" },
});

/** A birth date has an age band, an address a region; of a name there is nothing broader. */
export function hasBroader(kind: Kind) {
  return kind === "DATE_OF_BIRTH" || kind === "POSTCODE" || kind === "ADDRESS";
}

/** The purpose of what names none. */
export const GENERAL = "general";
