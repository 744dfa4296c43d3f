import { Anchor, Button, Paper, Text } from "@mantine/core";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router-dom";
import { ActButton } from "../../forms/ActButton";
import { ask } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { AskModel } from "./AskModel";
import { chatTexts } from "./chatTexts";
import { Conversations } from "./Conversations";
import "./gateway.css";
import { WhatItCannot } from "./notices";
import { Replaced } from "./Replaced";
import { Talk } from "./Talk";

/** Asks a model, in a conversation that is kept sealed; the address says which. */
export default function Chat() {
  const t = useTexts(chatTexts);
  const { conversation } = useParams();
  const { day } = useFormat();
  const navigate = useNavigate();
  const [turn, setTurn] = useState(0);
  const [pending, setPending] = useState<string>();
  const models = useAnswer("gateway.models", {});
  const open = useAnswer("gateway.open_conversation", conversation ? { conversation } : undefined);
  const shown = conversation && open.answer?.conversation.id === conversation ? open.answer : undefined;
  const offered = models.answer?.models.filter(({ kind }) => kind === "chat") ?? [];

  function said(id: string) {
    setTurn((before) => before + 1);
    if (id === conversation) open.again();
    else void navigate(`/chat/${id}`, { state: { wasAsked: true } });
  }

  return (
    <PageFrame title={t.title} lead={t.lead} actions={conversation && <>
      <Button size="xs" variant="default" component={Link} to="/chat">{t.fresh}</Button>
      <ActButton label={t.remove} why={t.removeWhy} act={async () => {
        await ask("gateway.delete_conversation", { conversation });
        setTurn((before) => before + 1);
        void navigate("/chat");
      }} />
    </>}>
      <div className="chat">
        <Conversations turn={turn} chosen={conversation} />
        <div className="chat-talk">
          <Trouble failure={models.failure ?? (conversation ? open.failure : undefined)} again={models.failure ? models.again : open.again} />
          {models.answer && offered.length === 0 && <NoModel />}
          {conversation && !shown && !open.failure && <Waiting />}
          <Talk messages={shown?.messages ?? []} pending={pending} />
          {offered.length > 0 && (!conversation || shown) && (
            <AskModel key={conversation ?? ""} within={shown?.conversation} models={offered} onPending={setPending} onSaid={said} />
          )}
          {shown && <Text size="xs" c="dimmed" mb="md">{t.until(day(shown.conversation.ends_at))}</Text>}
          {shown && <Replaced placeholders={shown.placeholders} />}
          <WhatItCannot withAnswer />
        </div>
      </div>
    </PageFrame>
  );
}

function NoModel() {
  const t = useTexts(chatTexts);
  const { may } = useSession();
  return (
    <Paper withBorder p="md" mb="md">
      <Text size="sm">{t.noModel}</Text>
      {may("gateway.add_provider") && <Anchor component={Link} to="/models/providers" size="sm">{t.toProviders}</Anchor>}
    </Paper>
  );
}
