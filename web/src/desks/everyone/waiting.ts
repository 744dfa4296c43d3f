import { useEffect, useState } from "react";
import { useLocation } from "react-router-dom";
import { type Answer, ask } from "../../frame/client";
import type { Mark } from "../../frame/desk";
import { useSession } from "../../frame/session";

/** How many proposals wait for this person; asked anew on each page and when they come back to one, and not by a clock: that would keep a
    session open that nobody uses. */
export function useWaiting(): Answer<"proposals.waiting"> | undefined {
  const { may } = useSession();
  const { pathname } = useLocation();
  const isAllowed = may("proposals.waiting");
  const [waiting, setWaiting] = useState<Answer<"proposals.waiting">>();
  useEffect(() => {
    if (!isAllowed) return;
    const stop = new AbortController();
    const look = () => {
      if (document.visibilityState === "visible") ask("proposals.waiting", {}, { signal: stop.signal }).then(setWaiting, () => undefined);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      stop.abort();
    };
  }, [isAllowed, pathname]);
  return waiting;
}

export function useWaitingMark(): Mark | undefined {
  const waiting = useWaiting();
  if (!waiting || waiting.mine === 0) return undefined;
  const short = `${waiting.mine}${waiting.more ? "+" : ""}`;
  return { short, inWords: { nl: `${short} wachten op jou`, en: `${short} wait for you` } };
}
