// Where a vacancy stands and who leads there, found by name.
import { ChooseFound, type UseFound } from "../../forms/ChooseFound";
import { useTexts } from "../../frame/language";
import { useAnswer } from "../../frame/use";
import { hiringTexts } from "./texts";

const useUnits: UseFound = (text) => {
  const { answer, failure, loading } = useAnswer("hiring.find_unit", text === undefined ? undefined : { text });
  return { found: answer?.units.map(({ code, name }) => ({ key: code, label: name, more: code })), more: answer?.more, failure, loading };
};

const useManagers: UseFound = (text) => {
  const { answer, failure, loading } = useAnswer("hiring.find_manager", text === undefined ? undefined : { text });
  const found = answer?.managers.map(({ personnel_number, name, unit }) => ({ key: personnel_number, label: name, more: [unit, personnel_number].filter(Boolean).join(" · ") }));
  return { found, more: answer?.more, failure, loading };
};

export function ChooseUnit({ onValue, now }: { onValue: (code: string) => void; now?: string }) {
  const t = useTexts(hiringTexts);
  return <ChooseFound name="unit" label={t.unit} description={now ? t.isNow(now) : t.unitHint} useFound={useUnits} onValue={onValue} />;
}

export function ChooseManager({ onValue, now }: { onValue: (number: string) => void; now?: string }) {
  const t = useTexts(hiringTexts);
  return <ChooseFound name="manager" label={t.manager} description={now ? t.isNow(now) : t.managerHint} useFound={useManagers} onValue={onValue} />;
}
