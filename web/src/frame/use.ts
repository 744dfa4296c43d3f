// Asking the server from a page: once for what it shows (`useAnswer`), and for what a person does (`useRun`).
import { useCallback, useEffect, useRef, useState } from "react";
import { type Answer, ask, GaveUp, type Input, type OperationName } from "./client";
import { useLanguage } from "./language";

export interface Shown<T> {
  answer?: T;
  failure?: unknown;
  loading: boolean;
  again: () => void;
}

/** What the server answers to `input`; asked anew when that changes, and when the language does. */
export function useAnswer<N extends OperationName>(name: N, input: Input<N> | undefined): Shown<Answer<N>> {
  const { language } = useLanguage();
  const [shown, setShown] = useState<{ answer?: Answer<N>; failure?: unknown; loading: boolean }>({ loading: true });
  const [turn, setTurn] = useState(0);
  const key = JSON.stringify(input);
  useEffect(() => {
    if (key === undefined) return;
    const stop = new AbortController();
    setShown((before) => ({ ...before, loading: true }));
    ask(name, JSON.parse(key) as Input<N>, { signal: stop.signal })
      .then((answer) => setShown({ answer, loading: false }))
      .catch((failure: unknown) => {
        if (!stop.signal.aborted) setShown({ failure, loading: false });
      });
    return () => stop.abort();
  }, [name, key, turn, language]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  return { ...shown, again };
}

export interface Running {
  busy: boolean;
  failure?: unknown;
  /** Does it, unless it is being done already; true when it went well. */
  run: (act: () => Promise<unknown>) => Promise<boolean>;
  clear: () => void;
}

export function useRun(): Running {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const isBusy = useRef(false);
  const run = useCallback(async (act: () => Promise<unknown>) => {
    if (isBusy.current) return false;
    isBusy.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      await act();
      return true;
    } catch (error) {
      if (!(error instanceof GaveUp)) setFailure(error);
      return false;
    } finally {
      isBusy.current = false;
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setFailure(undefined), []);
  return { busy, failure, run, clear };
}
