// What the server's own short words are called on the pages. The types are the server's: a word that is new there is missing here.
import type { Input } from "../frame/client";
import { inTwo } from "../frame/language";

export type Role = Input<"administration.give_role">["role"];
export type Risk = NonNullable<Input<"register.list">["risk"]>;
export type UseState = NonNullable<Input<"register.list">["state"]>;
export type Condition = Input<"register.complete">["condition"];
export type EntryKind = NonNullable<Input<"oversight.search_ledger">["kind"]>;
export type DocumentKind = NonNullable<Input<"library.list">["kind"]>;
type Words<K extends string> = Record<K, string>;

const roles: Record<"nl" | "en", Words<Role>> = {
  nl: {
    employee: "medewerker", manager: "leidinggevende", recruiter: "recruiter", hr_adviser: "HR-adviseur", payroll: "salarisadministratie",
    planner: "planner", company_doctor: "bedrijfsarts", privacy_coordinator: "privacycoördinator",
    data_protection_officer: "functionaris gegevensbescherming", works_council: "ondernemingsraad", administrator: "beheerder",
    candidate: "kandidaat",
  },
  en: {
    employee: "employee", manager: "manager", recruiter: "recruiter", hr_adviser: "HR adviser", payroll: "payroll",
    planner: "planner", company_doctor: "company doctor", privacy_coordinator: "privacy coordinator",
    data_protection_officer: "data protection officer", works_council: "works council", administrator: "administrator",
    candidate: "candidate",
  },
};
export const roleWords = inTwo(roles);

export const riskWords = inTwo<Words<Risk>>({
  nl: { minimal: "minimaal", limited: "beperkt", high: "hoog" },
  en: { minimal: "minimal", limited: "limited", high: "high" },
});

export const stateWords = inTwo<Words<UseState>>({
  nl: { off: "uit", pilot: "proef", on: "aan" },
  en: { off: "off", pilot: "pilot", on: "on" },
});

export const entryKindWords = inTwo<Words<EntryKind>>({
  nl: {
    read: "gelezen", proposal: "voorstel", decision: "besluit", act: "gedaan", access: "toegang", refusal: "geweigerd",
    setting: "instelling", erasure: "gewist", anchor: "verankerd",
  },
  en: {
    read: "read", proposal: "proposal", decision: "decision", act: "done", access: "access", refusal: "refused",
    setting: "setting", erasure: "erased", anchor: "anchored",
  },
});

export const documentKindWords = inTwo<Words<DocumentKind>>({
  nl: { handbook: "personeelsgids", policy: "beleid", template_text: "voorbeeldtekst", personnel: "personeelsdossier", application: "sollicitatie", other: "overig" },
  en: { handbook: "staff handbook", policy: "policy", template_text: "template text", personnel: "personnel file", application: "application", other: "other" },
});

/** The name of a role where the server gives it as a text, such as with its unit behind it. */
export function roleName(words: Words<Role>, role: string): string {
  return words[role as Role] ?? role;
}

/** Choices for a select, in the order of the words. */
export function choices<K extends string>(words: Words<K>): { value: K; label: string }[] {
  return (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }));
}
