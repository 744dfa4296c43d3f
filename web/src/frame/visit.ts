// When somebody was here before, in this browser: what changed since then is told on their first page.
import { useEffect } from "react";
import { recall, remember } from "./remembered";

interface Stay {
  /** The last sign of life. */
  here: string;
  /** The end of the visit before this one. */
  before?: string;
}

/** After this long away it is another visit. */
const AWAY_MS = 30 * 60_000;
const SIGN_OF_LIFE_MS = 60_000;

/** Notes that they are here now; gives when they were here before, where that is known. */
export function lastVisit(account: string): string | undefined {
  const name = `visit.${account}`;
  const stay = recall<Stay>(name);
  const now = new Date();
  const isAnother = stay !== undefined && now.getTime() - new Date(stay.here).getTime() > AWAY_MS;
  const before = isAnother ? stay.here : stay?.before;
  remember(name, { here: now.toISOString(), before } satisfies Stay);
  return before;
}

export function useVisit(account: string) {
  useEffect(() => {
    const note = () => {
      if (document.visibilityState === "visible") lastVisit(account);
    };
    note();
    const clock = setInterval(note, SIGN_OF_LIFE_MS);
    return () => clearInterval(clock);
  }, [account]);
}
