import { Navigate, useParams } from "react-router-dom";
import { useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { hiringTexts } from "./texts";

/** From a proposal in the tray to the candidate whom it is about. */
export default function OfProposal() {
  const { id = "" } = useParams();
  const t = useTexts(hiringTexts);
  const { answer, failure, again } = useAnswer("hiring.of_proposal", { proposal: id });
  if (failure !== undefined) return <PageFrame title={t.candidate}><Trouble failure={failure} again={again} /></PageFrame>;
  if (!answer) return <Waiting />;
  return <Navigate to={`/hiring/candidates/${answer.application}`} replace />;
}
