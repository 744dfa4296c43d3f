// Who comes in: shows the pages to who is signed in, and else the way to sign in. A session that ends, or a step that asks for
// proof, opens a dialog over the page, so that what was filled in stays.
import { Center, Loader, Text } from "@mantine/core";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { GaveUp, type OperationName, request, setDoorkeeper, tell, type Who, whoIsHere } from "../frame/client";
import { Dialog } from "../frame/Dialog";
import { useTexts } from "../frame/language";
import { SessionContext } from "../frame/session";
import { frameTexts } from "../frame/texts";
import { Trouble } from "../frame/Trouble";
import { FirstAdministrator } from "./FirstAdministrator";
import { LogIn } from "./LogIn";
import { SignInForm } from "./SignInForm";
import { StepUpForm } from "./StepUpForm";
import { entryTexts } from "./texts";

type Asked = "sign_in" | "step_up";
type Standing = { at: "asking" } | { at: "unreachable" } | { at: "nobody"; firstStart: boolean } | { at: "in"; who: Who };

async function isFirstStart() {
  const answer = (await (await request("/api/session/first")).json()) as { first_start: boolean };
  return answer.first_start;
}

export function Gate({ children }: { children: ReactNode }) {
  const f = useTexts(frameTexts);
  const [standing, setStanding] = useState<Standing>({ at: "asking" });
  const look = useCallback(async () => {
    try {
      const who = await whoIsHere();
      setStanding(who ? { at: "in", who } : { at: "nobody", firstStart: await isFirstStart() });
    } catch {
      // Who is in stays in: what was filled in is worth more than what a second look would tell.
      setStanding((now) => (now.at === "in" ? now : { at: "unreachable" }));
    }
  }, []);
  useEffect(() => {
    void look();
  }, [look]);

  if (standing.at === "asking") return <Center h="100vh"><Loader aria-label={f.loading} /></Center>;
  if (standing.at === "unreachable") return <Center component="main" h="100vh" p="md"><Trouble failure={new Error()} again={() => void look()} /></Center>;
  if (standing.at === "nobody") return standing.firstStart ? <FirstAdministrator onDone={look} /> : <LogIn onDone={look} />;
  return <Inside who={standing.who} look={look}>{children}</Inside>;
}

function Inside({ who, look, children }: { who: Who; look: () => Promise<void>; children: ReactNode }) {
  const session = useMemo(() => {
    const allowed = new Set(who.operations);
    return {
      who,
      may: (operation: OperationName) => allowed.has(operation),
      leave: async () => {
        await tell("/api/session", { method: "DELETE" });
        location.assign("/");
      },
    };
  }, [who]);
  return (
    <SessionContext.Provider value={session}>
      {children}
      <Doorway who={who} look={look} />
    </SessionContext.Provider>
  );
}

/** The dialogs of the door. Several questions at once wait for the same dialog. */
function Doorway({ who, look }: { who: Who; look: () => Promise<void> }) {
  const t = useTexts(entryTexts);
  const [asked, setAsked] = useState<Asked>();
  const waiting = useRef<{ resolve: () => void; reject: (why: unknown) => void }[]>([]);

  useEffect(() => {
    const wait = (what: Asked) =>
      new Promise<void>((resolve, reject) => {
        waiting.current.push({ resolve, reject });
        setAsked(what);
      });
    setDoorkeeper({ signInAgain: () => wait("sign_in"), stepUp: () => wait("step_up") });
    return () => setDoorkeeper(undefined);
  }, []);

  function over(settle: (one: { resolve: () => void; reject: (why: unknown) => void }) => void) {
    waiting.current.splice(0).forEach(settle);
    setAsked(undefined);
  }
  async function signedIn() {
    const now = await whoIsHere();
    // Somebody else's pages are not this one's to go on with.
    if (now?.account !== who.account) return location.assign("/");
    over((one) => one.resolve());
    await look();
  }
  async function proved() {
    await whoIsHere();
    over((one) => one.resolve());
  }
  const giveUp = () => over((one) => one.reject(new GaveUp()));

  return (
    <Dialog overOthers opened={asked !== undefined} onClose={giveUp} title={asked === "step_up" ? t.stepUp : t.sessionOver}>
      <Text size="sm" c="dimmed" mb="md">{asked === "step_up" ? t.stepUpWhy : t.sessionOverWhy}</Text>
      {asked === "step_up" ? <StepUpForm onDone={proved} /> : <SignInForm onDone={signedIn} />}
    </Dialog>
  );
}
