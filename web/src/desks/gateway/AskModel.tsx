import { Button, Group, NativeSelect, Textarea, Title } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { useLocation } from "react-router-dom";
import { type Answer, ask } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { Trouble } from "../../frame/Trouble";
import { useRun } from "../../frame/use";
import { ChoosePurpose } from "./ChoosePurpose";
import { chatTexts } from "./chatTexts";
import { Leaves } from "./Leaves";
import { GENERAL } from "./words";

type Conversation = Answer<"gateway.open_conversation">["conversation"];

/** The question, with the model and the purpose it is for. What could not be sent stays in its field. */
export function AskModel({ within, models, onPending, onSaid }: {
  within?: Conversation;
  models: Answer<"gateway.models">["models"];
  onPending: (message: string | undefined) => void;
  onSaid: (conversation: string) => void;
}) {
  const t = useTexts(chatTexts);
  const [message, setMessage] = useState("");
  const [model, setModel] = useState(within?.model ?? models[0]?.name ?? "");
  const [purpose, setPurpose] = useState(within?.purpose ?? GENERAL);
  const [looked, setLooked] = useState<{ text: string; shielded: Answer<"gateway.try_shield"> }>();
  const sending = useRun();
  const looking = useRun();
  // Who began this conversation a moment ago goes on typing.
  const wasAsked = (useLocation().state as { wasAsked?: boolean } | null)?.wasAsked ?? false;
  const isEmpty = message.trim() === "";

  async function send() {
    onPending(message);
    setLooked(undefined);
    let conversation: string | undefined;
    await sending.run(async () => {
      ({ conversation } = await ask("gateway.send_message", { conversation: within?.id, message, model, purpose }));
    });
    onPending(undefined);
    if (!conversation) return;
    setMessage("");
    onSaid(conversation);
  }
  function onKey(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || isEmpty || sending.busy) return;
    event.preventDefault();
    void send();
  }

  return (
    <form className="chat-ask" onSubmit={(event) => {
      event.preventDefault();
      void send();
    }}>
      <Textarea label={t.message} required autosize minRows={3} maxRows={14} value={message} onKeyDown={onKey} readOnly={sending.busy}
        autoFocus={wasAsked} onChange={(event) => {
          setLooked(undefined);
          setMessage(event.currentTarget.value);
        }} />
      <Group align="flex-end" gap="sm" mt="xs">
        <NativeSelect label={t.modelChoice} value={model} onChange={(event) => setModel(event.currentTarget.value)}
          data={models.map((one) => ({ value: one.name, label: one.is_local ? t.own(one.name) : t.elsewhere(one.name, one.provider) }))} />
        <ChoosePurpose value={purpose} onChange={setPurpose} disabled={within !== undefined} />
        <Button type="submit" loading={sending.busy} disabled={isEmpty}>{t.send}</Button>
        <Button variant="default" loading={looking.busy} disabled={isEmpty || sending.busy} onClick={() => void looking.run(async () =>
          setLooked({ text: message, shielded: await ask("gateway.try_shield", { text: message, purpose }) }))}>{t.look}</Button>
      </Group>
      <Trouble failure={sending.failure ?? looking.failure} />
      {looked && (
        <section aria-label={t.looked}>
          <Title order={2} mt="md">{t.looked}</Title>
          <Leaves {...looked} />
        </section>
      )}
    </form>
  );
}
