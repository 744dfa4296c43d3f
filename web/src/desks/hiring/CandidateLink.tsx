import { Code, Text } from "@mantine/core";
import { useState } from "react";
import { ActButton, Outcome } from "../../forms/ActButton";
import { type Answer, ask } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { poolTexts } from "./moreTexts";

/** Makes the link of a candidate; the token stands behind the #, where no server and no log sees it. */
export function CandidateLink({ application }: { application: string }) {
  const t = useTexts(poolTexts);
  const { day } = useFormat();
  const [link, setLink] = useState<Answer<"hiring.make_link">>();
  return (
    <>
      <ActButton label={t.makeLink} why={t.makeLinkWhy} act={async () => setLink(await ask("hiring.make_link", { application }))} />
      {link && (
        <Outcome>
          <Text size="sm">{t.linkIs(day(link.until))}</Text>
          <Code block className="own-words">{`${location.origin}/my-application#${link.token}`}</Code>
        </Outcome>
      )}
    </>
  );
}
