import { Button } from "@mantine/core";
import { useParams } from "react-router-dom";
import { KeptKinds } from "../../forms/KeptKinds";
import { save } from "../../frame/csv";
import { useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { poolTexts } from "./moreTexts";

/** All that is kept of one applicant, to read and to give them. */
export default function Everything() {
  const { id = "" } = useParams();
  const t = useTexts(poolTexts);
  const { answer, failure, again } = useAnswer("hiring.everything_of", { application: id });
  const title = answer ? t.everythingOf(answer.code) : t.keptOf;
  const keep = () => answer && save(`${answer.code}.json`, JSON.stringify(answer.kept, null, 2), "application/json");
  return (
    <PageFrame title={title} lead={t.everythingLead} actions={answer && <Button variant="default" onClick={keep}>{t.saveEverything}</Button>}>
      <Trouble failure={failure} again={again} />
      {!answer && !failure && <Waiting />}
      {answer && <KeptKinds kept={answer.kept} />}
    </PageFrame>
  );
}
