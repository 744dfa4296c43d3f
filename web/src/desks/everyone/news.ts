import { ask, type Input } from "../../frame/client";
import type { Tiding } from "../../frame/desk";
import type { Session } from "../../frame/session";

type Status = NonNullable<Input<"proposals.list">["status"]>;

/** Proposals come newest first: what was decided lately is among these, and what is not is found by its filter. */
const LOOKED_AT = 30;

/** What colleagues decided since. */
export async function newsOfProposals(since: string, { may }: Session, signal: AbortSignal): Promise<Tiding[]> {
  if (!may("proposals.list")) return [];
  const tidings = await Promise.all(sentences.map(async ([status, nl, en]) => {
    const { proposals } = await ask("proposals.list", { status, tray: "all", limit: LOOKED_AT }, { signal });
    const count = proposals.filter(({ decision }) => decision && !decision.mine && decision.at > since).length;
    return { count, text: { nl: nl(count), en: en(count) }, path: `/?which=${status}` };
  }));
  return tidings.filter(({ count }) => count > 0);
}

type Sentence = (count: number) => string;

const sentences: [Status, Sentence, Sentence][] = [
  ["accepted", (n) => (n === 1 ? "Een collega nam een voorstel over." : `Collega's namen ${n} voorstellen over.`), (n) => (n === 1 ? "A colleague accepted a proposal." : `Colleagues accepted ${n} proposals.`)],
  ["amended", (n) => (n === 1 ? "Een collega paste een voorstel aan." : `Collega's pasten ${n} voorstellen aan.`), (n) => (n === 1 ? "A colleague changed a proposal." : `Colleagues changed ${n} proposals.`)],
  ["declined", (n) => (n === 1 ? "Een collega wees een voorstel af." : `Collega's wezen ${n} voorstellen af.`), (n) => (n === 1 ? "A colleague declined a proposal." : `Colleagues declined ${n} proposals.`)],
];
