import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { type Answer, ask } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { Trouble } from "../../frame/Trouble";
import { useRun } from "../../frame/use";
import { Leaves } from "./Leaves";
import { WhatItCannot } from "./notices";
import { ChoosePurpose } from "./ChoosePurpose";
import { shieldTexts } from "./shieldTexts";
import { GENERAL } from "./words";

/** Nothing is kept of what is tried here, nor by the page: who leaves it leaves nothing behind. */
export default function Shield() {
  const t = useTexts(shieldTexts);
  const [text, setText] = useState("");
  const [purpose, setPurpose] = useState(GENERAL);
  const [shown, setShown] = useState<{ text: string; shielded: Answer<"gateway.try_shield"> }>();
  const { busy, failure, run } = useRun();
  return (
    <PageFrame title={t.title} lead={t.lead}>
      <form onSubmit={(event) => {
        event.preventDefault();
        setShown(undefined);
        void run(async () => setShown({ text, shielded: await ask("gateway.try_shield", { text, purpose }) }));
      }}>
        <Stack gap="sm" mb="md">
          <Textarea label={t.text} required autosize minRows={6} maxRows={16} value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <Group align="flex-end" gap="sm">
            <ChoosePurpose value={purpose} onChange={setPurpose} />
            <Button type="submit" loading={busy}>{t.show}</Button>
          </Group>
        </Stack>
      </form>
      <Trouble failure={failure} />
      {shown && <Leaves {...shown} />}
      <WhatItCannot />
    </PageFrame>
  );
}
