import { ask } from "../../frame/client";
import type { Tiding } from "../../frame/desk";
import type { Session } from "../../frame/session";

const MOST_LOOKED_AT = 50;
const MOST_TOLD = 5;

/** Vacancies that others opened or closed. */
export async function hiringNews(since: string, { who, may }: Session, signal: AbortSignal): Promise<Tiding[]> {
  if (!may("hiring.vacancies")) return [];
  const { vacancies } = await ask("hiring.vacancies", { limit: MOST_LOOKED_AT }, { signal });
  return vacancies
    .filter(({ owner }) => owner !== who.display)
    .flatMap(({ vacancy, title, frozen_at, closed_on }) => {
      const path = `/hiring/vacancies/${vacancy}`;
      if (closed_on && closed_on >= since.slice(0, 10)) return [{ text: { nl: `De procedure voor ${title} is afgesloten.`, en: `The procedure for ${title} was closed.` }, path }];
      if (frozen_at && frozen_at > since) return [{ text: { nl: `De criteria van ${title} zijn vastgezet.`, en: `The requirements of ${title} were frozen.` }, path }];
      return [];
    })
    .slice(0, MOST_TOLD);
}
