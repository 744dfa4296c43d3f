import { ask } from "../../frame/client";
import type { Tiding } from "../../frame/desk";
import type { Session } from "../../frame/session";
import { registerPath } from "./paths";

const MOST_COUNTED = 100;

/** Switches that ask a second person, which nobody is of their own. */
export async function oversightWaits({ who, may }: Session, signal: AbortSignal): Promise<Tiding[]> {
  if (!may("register.confirm")) return [];
  const { switches } = await ask("register.waiting", {}, { signal });
  return switches.filter(({ asked_by }) => asked_by !== who.display).map(({ use, asked_by }) => ({
    text: {
      nl: `${asked_by ?? "Een collega"} vraagt een tweede persoon voor ${use} in het AI-register.`,
      en: `${asked_by ?? "A colleague"} asks a second person for ${use} in the AI register.`,
    },
    path: registerPath(use),
  }));
}

/** What others changed in the register or the settings. */
export async function oversightNews(since: string, { who, may }: Session, signal: AbortSignal): Promise<Tiding[]> {
  if (!may("oversight.search_ledger")) return [];
  const day = since.slice(0, 10);
  const { entries } = await ask("oversight.search_ledger", { kind: "setting", from: day, limit: MOST_COUNTED }, { signal });
  const count = entries.filter(({ at, actor }) => at > since && actor !== who.account).length;
  if (count === 0) return [];
  const told = count === MOST_COUNTED ? `${count}+` : String(count);
  return [{
    text: {
      nl: count === 1 ? "Eén wijziging in het AI-register of de instellingen." : `${told} wijzigingen in het AI-register of de instellingen.`,
      en: count === 1 ? "One change in the AI register or the settings." : `${told} changes in the AI register or the settings.`,
    },
    path: `/ledger?kind=setting&from=${day}`,
  }];
}
