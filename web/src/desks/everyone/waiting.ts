import { useEffect, useSyncExternalStore } from "react";
import { useLocation } from "react-router-dom";
import { type Answer, ask } from "../../frame/client";
import type { Mark } from "../../frame/desk";
import { useSession } from "../../frame/session";

type Waiting = Answer<"proposals.waiting">;

/** Each look is an entry in the ledger: going from page to page need not add one each time. */
const FRESH_MS = 10_000;

let waiting: Waiting | undefined;
let lookedAt = 0;
const listeners = new Set<() => void>();

function listen(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function look() {
  if (document.visibilityState !== "visible" || Date.now() - lookedAt < FRESH_MS) return;
  lookedAt = Date.now();
  waiting = await ask("proposals.waiting", {});
  for (const listener of listeners) listener();
}

/** How many proposals wait for this person; asked anew on another page and when they come back to one, and not by a clock: that would keep
    a session open that nobody uses. */
export function useWaiting(): Waiting | undefined {
  const { may } = useSession();
  const { pathname } = useLocation();
  const isAllowed = may("proposals.waiting");
  const now = useSyncExternalStore(listen, () => waiting);
  useEffect(() => {
    if (!isAllowed) return;
    const again = () => void look().catch(() => undefined); // the next page asks again
    again();
    document.addEventListener("visibilitychange", again);
    return () => document.removeEventListener("visibilitychange", again);
  }, [isAllowed, pathname]);
  return now;
}

export function useWaitingMark(): Mark | undefined {
  const now = useWaiting();
  if (!now || now.mine === 0) return undefined;
  const short = `${now.mine}${now.more ? "+" : ""}`;
  return { short, inWords: { nl: `${short} wachten op jou`, en: `${short} wait for you` } };
}
