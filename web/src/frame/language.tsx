// Texts in two languages side by side. A text that one of them lacks does not compile.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

export type Language = "nl" | "en";
type Text = string | ((...values: never[]) => string) | Texts;
type Texts = { [name: string]: Text };
type SameShape<T> = T extends string ? string : T extends (...values: infer V) => unknown ? (...values: V) => string : { [K in keyof T]: SameShape<T[K]> };
export type InTwo<T = string> = Record<Language, T>;

/** `inTwo({ nl: {...}, en: {...} })`: what a page says, for `useTexts`. */
export function inTwo<T extends Texts>(texts: { nl: T; en: SameShape<T> }): InTwo<SameShape<T>> {
  return texts as unknown as InTwo<SameShape<T>>; // T is one of its own shape, which the compiler does not see
}

interface Speaking {
  language: Language;
  speak: (language: Language) => void;
}
const SpeakingContext = createContext<Speaking>({ language: "nl", speak: () => undefined });

function languageAtFirst(): Language {
  const chosen = /(?:^|; )lang=(nl|en)/.exec(document.cookie)?.[1];
  if (chosen) return chosen as Language;
  return navigator.language.startsWith("en") ? "en" : "nl";
}

/** The server reads the cookie too, so that its words are in the same language. */
function remember(language: Language) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `lang=${language}; path=/; max-age=31536000; SameSite=Lax${secure}`;
}

export function SpeaksTwo({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(languageAtFirst);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speaking = useMemo(
    () => ({
      language,
      speak: (next: Language) => {
        remember(next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <SpeakingContext.Provider value={speaking}>{children}</SpeakingContext.Provider>;
}

export function useLanguage() {
  return useContext(SpeakingContext);
}

export function useTexts<T>(texts: InTwo<T>): T {
  return texts[useLanguage().language];
}

/** Days, moments and numbers as the language writes them. */
export function useFormat() {
  const { language } = useLanguage();
  return useMemo(() => {
    const locale = language === "nl" ? "nl-NL" : "en-GB";
    const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" });
    const moment = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
    return {
      day: (date: string) => day.format(new Date(date.length === 10 ? `${date}T12:00:00` : date)),
      moment: (date: string) => moment.format(new Date(date)),
      number: (value: number, digits = 0) =>
        new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value),
    };
  }, [language]);
}
