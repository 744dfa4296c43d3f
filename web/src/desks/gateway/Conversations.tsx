import { Button, Text, Title } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import { Link } from "react-router-dom";
import { type Answer, ask } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { Trouble } from "../../frame/Trouble";
import { useRun } from "../../frame/use";
import { chatTexts } from "./chatTexts";

/** As many as the server gives at once: with fewer there are no more. */
const PAGE = 100;

type Listed = Answer<"gateway.conversations">["conversations"][number];

/** One's own conversations, newest first; a page of them at a time. */
export function Conversations({ turn, chosen }: { turn: number; chosen?: string }) {
  const t = useTexts(chatTexts);
  const { moment } = useFormat();
  const [listed, setListed] = useState<Listed[]>();
  const [isAll, setAll] = useState(false);
  const { busy, failure, run } = useRun();
  const more = useCallback((before: Listed[]) => run(async () => {
    const { conversations } = await ask("gateway.conversations", { before: before.at(-1)?.id });
    setAll(conversations.length === 0);
    setListed([...before, ...conversations]);
  }), [run]);
  useEffect(() => void more([]), [more, turn]);
  return (
    <nav className="chat-list" aria-label={t.conversations}>
      <Title order={2}>{t.conversations}</Title>
      <Text size="xs" c="dimmed" mb="xs">{t.sealed}</Text>
      <Trouble failure={failure} />
      {listed?.length === 0 && <Text size="sm">{t.none}</Text>}
      <ul>
        {listed?.map((one) => (
          <li key={one.id}>
            <Link to={`/chat/${one.id}`} aria-current={one.id === chosen ? "page" : undefined}>
              <span className="chat-about">{one.title}</span>
              <Text size="xs" c="dimmed" span>{moment(one.changed_at)}</Text>
            </Link>
          </li>
        ))}
      </ul>
      {listed && listed.length >= PAGE && !isAll && <Button size="xs" variant="default" loading={busy} onClick={() => void more(listed)}>{t.older}</Button>}
    </nav>
  );
}
