import type { Desk } from "../../frame/desk";

/** Language models: asking them, what leaves and what does not, and who may use how much. */
export const gateway: Desk = {
  name: "gateway",
  title: { nl: "Taalmodellen", en: "Language models" },
  pages: [
    { path: "chat", title: { nl: "Vraag een taalmodel", en: "Ask a language model" }, needs: "gateway.send_message", load: () => import("./Chat") },
    { path: "chat/:conversation", title: { nl: "Gesprek", en: "Conversation" }, needs: "gateway.send_message", inMenu: false, load: () => import("./Chat") },
    { path: "shield", title: { nl: "Privacyschil proberen", en: "Try the privacy shield" }, needs: "gateway.try_shield", load: () => import("./Shield") },
    { path: "models/tools", title: { nl: "Sleutels voor programma's", en: "Keys for tools" }, needs: "gateway.models", load: () => import("./Tools") },
    { path: "models/providers", title: { nl: "Aanbieders en grenzen", en: "Providers and limits" }, needs: "gateway.providers", load: () => import("./Providers") },
    { path: "models/policies", title: { nl: "Wat mag weg", en: "What may leave" }, needs: "gateway.providers", load: () => import("./Policies") },
    { path: "models/usage", title: { nl: "Gebruik per doel", en: "Use by purpose" }, needs: "gateway.usage", load: () => import("./Usage") },
    { path: "models/seen", title: { nl: "AI buiten Collega om", en: "AI beside Collega" }, needs: "gateway.seen_tools", load: () => import("./Seen") },
  ],
};
