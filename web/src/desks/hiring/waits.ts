import { ask } from "../../frame/client";
import type { Tiding } from "../../frame/desk";
import type { Session } from "../../frame/session";

/** Applicants to be erased. Candidates to decide on wait in the tray as proposals. */
export async function hiringWaits({ may }: Session, signal: AbortSignal): Promise<Tiding[]> {
  if (!may("hiring.due")) return [];
  const { candidates, next } = await ask("hiring.due", {}, { signal });
  if (candidates.length === 0) return [];
  const count = next ? `${candidates.length}+` : String(candidates.length);
  return [{
    text: {
      nl: candidates.length === 1 ? "Eén sollicitant vroeg om wissen, of is over de termijn." : `${count} sollicitanten vroegen om wissen, of zijn over de termijn.`,
      en: candidates.length === 1 ? "One applicant asked for erasure, or is past the period." : `${count} applicants asked for erasure, or are past the period.`,
    },
    path: "/hiring/due",
  }];
}
