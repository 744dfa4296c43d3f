import { Alert, Button, Group, SegmentedControl, Tabs, Title } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { ask } from "../../frame/client";
import { fetchFile } from "../../frame/files";
import { useTexts } from "../../frame/language";
import { type Evidence, slicePoints } from "../../frame/Quote";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useRun } from "../../frame/use";
import type { Candidate } from "./CandidatePage";
import { PageImages } from "./PageImages";
import { hiringTexts } from "./texts";

type Paper = Candidate["papers"][number];

/** The papers, with the sentence of a reason marked: those with pages as they look, others as a clean text. */
export function Papers({ candidate, source }: { candidate: Candidate; source?: Evidence & { paper?: string } }) {
  const t = useTexts(hiringTexts);
  const { papers, notices, application } = candidate;
  const [chosen, setChosen] = useState(() => mostTelling(candidate));
  const [asText, setAsText] = useState(false);
  useEffect(() => {
    if (source?.paper) setChosen(source.paper);
  }, [source]);
  const paper = papers.find((one) => one.paper === chosen) ?? papers[0];
  if (!paper) return null;
  const mark = source?.paper === paper.paper ? source : undefined;
  const looks = [{ value: "pages", label: t.asPages }, { value: "text", label: t.asText }];
  return (
    <section className="stays" aria-label={t.papers}>
      <Title order={2} mb="xs">{t.papers}</Title>
      {notices.map((notice) => <Alert key={notice} variant="default" mb="xs">{notice}</Alert>)}
      <Tabs value={paper.paper} onChange={(next) => next && setChosen(next)} keepMounted={false}>
        {papers.length > 1 && <Tabs.List aria-label={t.papers} mb="xs">{papers.map((one) => <Tabs.Tab key={one.paper} value={one.paper}>{one.name}</Tabs.Tab>)}</Tabs.List>}
        <Tabs.Panel value={paper.paper}>
          <Group gap="xs" mb="xs">
            {paper.has_images && <SegmentedControl size="xs" aria-label={t.shownAs} data={looks} value={asText ? "text" : "pages"} onChange={(look) => setAsText(look === "text")} />}
            {!candidate.names_hidden && <Original application={application} paper={paper} />}
          </Group>
          {paper.has_images && !asText ? <PageImages key={paper.paper} application={application} paper={paper} mark={mark} /> : <PaperText paper={paper} mark={mark} />}
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

/** The paper that most reasons rest on: a CV rather than the letter beside it. */
function mostTelling({ papers, reasons }: Candidate) {
  const quoted = reasons.flatMap(({ evidence }) => evidence.map(({ paper }) => paper));
  const countOf = ({ paper }: Paper) => quoted.filter((one) => one === paper).length;
  return [...papers].sort((a, b) => countOf(b) - countOf(a))[0]?.paper;
}

/** The file as it came in: only once names are shown, because it has them. */
function Original({ application, paper }: { application: string; paper: Paper }) {
  const t = useTexts(hiringTexts);
  const { may } = useSession();
  const { busy, failure, run } = useRun();
  const fetch = () => run(async () => {
    const { file, name } = await ask("hiring.paper", { application, paper: paper.paper, file: paper.name });
    await fetchFile(file, name);
  });
  if (!may("hiring.paper")) return null;
  return (
    <>
      <Button size="xs" variant="default" loading={busy} onClick={() => void fetch()}>{t.original}</Button>
      <Trouble failure={failure} />
    </>
  );
}

function PaperText({ paper, mark }: { paper: Paper; mark?: Evidence }) {
  const t = useTexts(hiringTexts);
  const marked = useRef<HTMLElement>(null);
  useEffect(() => {
    marked.current?.scrollIntoView({ block: "center" });
  }, [mark]);
  return (
    <div className="paper" tabIndex={0} role="group" aria-label={paper.name}>
      {pagesOf(paper).map(({ page, start, end }) => (
        <div key={start} className="paper-page">
          {page !== undefined && paper.page_starts.length > 1 && <div className="page-mark">{t.paperPage(page)}</div>}
          {mark && mark.mark_start < end && mark.mark_end > start ? (
            <>
              {slicePoints(paper.text, start, mark.mark_start)}
              <mark ref={marked}>{slicePoints(paper.text, Math.max(start, mark.mark_start), Math.min(end, mark.mark_end))}</mark>
              {slicePoints(paper.text, Math.min(end, mark.mark_end), end)}
            </>
          ) : (
            slicePoints(paper.text, start, end)
          )}
        </div>
      ))}
    </div>
  );
}

function pagesOf({ text, page_starts }: Paper): { page?: number; start: number; end: number }[] {
  const length = Array.from(text).length;
  if (page_starts.length === 0) return [{ start: 0, end: length }];
  return page_starts.map(({ page, start }, place) => ({ page, start, end: page_starts[place + 1]?.start ?? length }));
}
