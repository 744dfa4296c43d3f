import { type Answer, ask } from "../../frame/client";
import type { Tiding } from "../../frame/desk";
import type { Session } from "../../frame/session";

type Outcome = "accepted" | "amended" | "declined";
type Sentence = (count: string | undefined) => string;

/** What colleagues decided since. */
export async function newsOfProposals(since: string, { may }: Session, signal: AbortSignal): Promise<Tiding[]> {
  if (!may("proposals.news")) return [];
  const news = await ask("proposals.news", { since }, { signal });
  return sentences
    .filter(([outcome]) => news[outcome] > 0)
    .map(([outcome, nl, en]) => ({ text: { nl: nl(counted(news, outcome)), en: en(counted(news, outcome)) }, path: `/?which=${outcome}` }));
}

/** Nothing of one; of so many that the server stopped counting, how many at least. */
function counted(news: Answer<"proposals.news">, outcome: Outcome): string | undefined {
  if (news.more) return `${news[outcome]}+`;
  return news[outcome] === 1 ? undefined : String(news[outcome]);
}

const sentences: [Outcome, Sentence, Sentence][] = [
  ["accepted", (n) => (n ? `Collega's namen ${n} voorstellen over.` : "Een collega nam een voorstel over."), (n) => (n ? `Colleagues accepted ${n} proposals.` : "A colleague accepted a proposal.")],
  ["amended", (n) => (n ? `Collega's pasten ${n} voorstellen aan.` : "Een collega paste een voorstel aan."), (n) => (n ? `Colleagues changed ${n} proposals.` : "A colleague changed a proposal.")],
  ["declined", (n) => (n ? `Collega's wezen ${n} voorstellen af.` : "Een collega wees een voorstel af."), (n) => (n ? `Colleagues declined ${n} proposals.` : "A colleague declined a proposal.")],
];
