import { Loader, Text } from "@mantine/core";
import type { Answer } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { chatTexts } from "./chatTexts";

type Message = Answer<"gateway.open_conversation">["messages"][number];

/** What was said, oldest first, and what is being answered. Text of a model is text: nothing in it is a link or a picture. */
export function Talk({ messages, pending }: { messages: Message[]; pending?: string }) {
  const t = useTexts(chatTexts);
  const { moment } = useFormat();
  if (messages.length === 0 && pending === undefined) return null;
  return (
    <section aria-label={t.talk}>
      <ol className="chat-said" aria-live="polite">
        {messages.map((one, place) => (
          <li key={place} className={one.role}>
            <Text size="xs" c="dimmed">{one.role === "user" ? t.you : t.model} · {moment(one.at)}</Text>
            <Text size="sm" className="own-words">{one.text}</Text>
          </li>
        ))}
        {pending !== undefined && (
          <li className="user">
            <Text size="xs" c="dimmed">{t.you}</Text>
            <Text size="sm" className="own-words">{pending}</Text>
          </li>
        )}
      </ol>
      <div role="status">{pending !== undefined && <Text size="sm" c="dimmed"><Loader size={12} mr={6} />{t.writes}</Text>}</div>
    </section>
  );
}
