import { useSearchParams } from "react-router-dom";
import { type Answer, ask, type Input } from "../../frame/client";
import { pageOfProposal, useDesks } from "../../frame/desk";
import { useFormat, useTexts } from "../../frame/language";
import { type Column, ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { Figures } from "./Figures";
import { AlsoWaiting, News } from "./Tidings";
import { everyoneTexts } from "./texts";
import { useWaiting } from "./waiting";

type Kept = Answer<"proposals.list">["proposals"][number];
type Which = "mine" | Kept["proposal"]["status"];

/** Home: what waits for my decision, what changed since I was last here, and how I deal with proposals myself. */
export default function Tray() {
  const t = useTexts(everyoneTexts);
  const { moment, day } = useFormat();
  const desks = useDesks();
  const { may } = useSession();
  const waiting = useWaiting();
  const which = useSearchParams()[0].get("which");
  const states: Record<Kept["proposal"]["status"], string> = {
    open: t.isOpen, accepted: t.accepted, amended: t.amended, declined: t.declined, expired: t.expired,
  };
  const columns: Column<Kept>[] = [
    { key: "about", title: t.about, text: aboutOf },
    { key: "title", title: t.proposal, text: (kept) => kept.title },
    { key: "made", whole: true, title: t.madeAt, text: (kept) => kept.made_at, cell: (kept) => moment(kept.made_at) },
    { key: "until", whole: true, title: t.until, text: (kept) => kept.expires_at, cell: (kept) => day(kept.expires_at) },
    { key: "state", title: t.state, text: (kept) => states[kept.proposal.status] },
    ...(which && which !== "open" && which !== "expired" ? [{ key: "decided", title: t.decided, text: decidedBy }] : []),
  ];
  function decidedBy({ decision }: Kept) {
    return decision ? `${decision.mine ? t.you : decision.by}, ${day(decision.at)}` : "";
  }
  const options = (["mine", "open", "accepted", "amended", "declined", "expired"] satisfies Which[]).map((value) => ({ value, label: t[value] }));
  return (
    <PageFrame title={t.tray} lead={may("proposals.list") ? t.trayLead(waiting?.mine, waiting?.more) : t.noRole}>
      <AlsoWaiting />
      {may("proposals.list") && (
      <ListPage
        name={t.tray}
        columns={columns}
        filters={[{ name: "which", kind: "choice", label: t.which, usual: t.mine, options: options.filter(({ value }) => value !== "mine") }]}
        load={async ({ which }, before, signal) => {
          const { proposals, next } = await ask("proposals.list", { ...asked((which ?? "mine") as Which), before, limit: 50 }, { signal });
          return { rows: proposals, next };
        }}
        keyOf={(kept) => kept.id}
        linkOf={(kept) => pageOfProposal(desks, kept)}
        empty={t.trayEmpty}
      />
      )}
      <News />
      <Figures />
    </PageFrame>
  );
}

function asked(which: Which): Input<"proposals.list"> {
  return which === "mine" ? { tray: "mine", status: "open" } : { tray: "all", status: which };
}

/** Whom or what it is about; where it does not say, what was found. */
function aboutOf({ proposal }: Kept): string {
  return (proposal.about.length > 0 ? proposal.about : proposal.findings.map(({ label }) => label)).join(" · ");
}
