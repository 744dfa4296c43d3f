import { Alert, Checkbox, Tabs, Title } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "../../frame/language";
import { type Evidence, slicePoints } from "../../frame/Quote";
import type { Candidate } from "./CandidatePage";
import { PageImages } from "./PageImages";
import { hiringTexts } from "./texts";

type Paper = Candidate["papers"][number];

/** The papers as text, with the sentence of a reason marked and brought into sight. */
export function Papers({ application, papers, notices, source }: { application: string; papers: Paper[]; notices: string[]; source?: Evidence & { paper?: string } }) {
  const t = useTexts(hiringTexts);
  const [chosen, setChosen] = useState(papers[0]?.paper);
  const [asPages, setAsPages] = useState(false);
  useEffect(() => {
    if (source?.paper) setChosen(source.paper);
  }, [source]);
  const paper = papers.find((one) => one.paper === chosen) ?? papers[0];
  if (!paper) return null;
  const mark = source?.paper === paper.paper ? source : undefined;
  return (
    <section className="stays" aria-label={t.papers}>
      <Title order={2} mb="xs">{t.papers}</Title>
      {notices.map((notice) => <Alert key={notice} variant="default" mb="xs">{notice}</Alert>)}
      <Tabs value={paper.paper} onChange={(next) => next && setChosen(next)} keepMounted={false}>
        {papers.length > 1 && <Tabs.List aria-label={t.papers} mb="xs">{papers.map((one) => <Tabs.Tab key={one.paper} value={one.paper}>{one.name}</Tabs.Tab>)}</Tabs.List>}
        <Tabs.Panel value={paper.paper}>
          {paper.has_images && <Checkbox size="sm" mb="xs" label={t.asPages} checked={asPages} onChange={(event) => setAsPages(event.currentTarget.checked)} />}
          {asPages && paper.has_images ? <PageImages application={application} paper={paper} mark={mark} /> : <PaperText paper={paper} mark={mark} />}
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

function PaperText({ paper, mark }: { paper: Paper; mark?: Evidence }) {
  const t = useTexts(hiringTexts);
  const marked = useRef<HTMLElement>(null);
  useEffect(() => marked.current?.scrollIntoView({ block: "center" }), [mark]);
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
