import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router-dom";
import { useTexts } from "../../frame/language";
import { useAnswer } from "../../frame/use";
import type { Candidate } from "./CandidatePage";
import { hiringTexts } from "./texts";

/** Chooses another candidate of the vacancy to lay beside this one. */
export function CompareWith({ candidate }: { candidate: Candidate }) {
  const t = useTexts(hiringTexts);
  const navigate = useNavigate();
  const [isChoosing, setIsChoosing] = useState(false);
  const { answer } = useAnswer("hiring.matrix", isChoosing ? { vacancy: candidate.vacancy, limit: 500 } : undefined);
  if (!isChoosing) return <Button variant="default" size="xs" onClick={() => setIsChoosing(true)}>{t.compare}</Button>;
  const others = (answer?.rows ?? []).filter(({ application }) => application !== candidate.application);
  const data = [{ value: "", label: t.compare }, ...others.map(({ application, name, code }) => ({ value: application, label: name ?? code }))];
  return (
    <NativeSelect size="xs" aria-label={t.compare} data={data} autoFocus
      onChange={(event) => event.currentTarget.value && void navigate(`/hiring/compare?a=${candidate.application}&b=${event.currentTarget.value}`)} />
  );
}
