import { createContext, useContext } from "react";
import type { Who } from "./client";
import type { May } from "./desk";

export interface Session {
  who: Who;
  /** Whether the person may ask for this operation; what they may not is not shown. */
  may: May;
  leave: () => Promise<void>;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("a page for who is signed in, outside the gate");
  return session;
}
