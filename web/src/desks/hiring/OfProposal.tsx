import { Anchor, List } from "@mantine/core";
import { useEffect, useState } from "react";
import { Link, Navigate, useParams } from "react-router-dom";
import { ask } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { Trouble } from "../../frame/Trouble";
import { Waiting } from "../../frame/Waiting";
import { hiringTexts } from "./texts";

interface Place {
  application: string;
  label: string;
}

/** From a proposal in the tray, which names a code and a vacancy, to the candidate. */
export default function OfProposal() {
  const { id = "" } = useParams();
  const t = useTexts(hiringTexts);
  const [places, setPlaces] = useState<Place[]>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    const stop = new AbortController();
    candidatesOf(id, stop.signal).then(setPlaces).catch((why: unknown) => {
      if (!stop.signal.aborted) setFailure(why);
    });
    return () => stop.abort();
  }, [id]);
  if (failure !== undefined) return <PageFrame title={t.candidate}><Trouble failure={failure} /></PageFrame>;
  if (!places) return <Waiting />;
  const [only, ...others] = places;
  if (only && others.length === 0) return <Navigate to={`/hiring/candidates/${only.application}`} replace />;
  return (
    <PageFrame title={t.candidate} lead={places.length === 0 ? t.noneFound : undefined}>
      <List>{places.map(({ application, label }) => <List.Item key={application}><Anchor component={Link} to={`/hiring/candidates/${application}`}>{label}</Anchor></List.Item>)}</List>
    </PageFrame>
  );
}

/** Usually one: vacancies of the same title may have used a code twice. */
async function candidatesOf(proposal: string, signal: AbortSignal): Promise<Place[]> {
  const kept = await ask("proposals.show", { proposal }, { signal });
  const [code, title] = kept.proposal.about;
  const { vacancies } = await ask("hiring.vacancies", { text: title, limit: 50 }, { signal });
  const found: Place[] = [];
  for (const { vacancy } of vacancies.filter((one) => one.title === title)) {
    const { rows } = await ask("hiring.matrix", { vacancy, limit: 500 }, { signal });
    found.push(...rows.filter((row) => row.code === code).map(({ application }) => ({ application, label: `${code}, ${title}` })));
  }
  return found;
}
