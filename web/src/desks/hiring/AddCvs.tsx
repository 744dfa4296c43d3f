import { Button, FileButton, Progress, Text } from "@mantine/core";
import { type DragEvent, useRef, useState } from "react";
import type { Part } from "../../frame/client";
import { uploadAll } from "../../frame/files";
import { askLong } from "../../frame/jobs";
import { useTexts } from "../../frame/language";
import { Trouble } from "../../frame/Trouble";
import { useRun } from "../../frame/use";
import { hiringTexts } from "./texts";

type File_ = Part<"hiring.add_candidates">;

/** What the server answers in the end: of each file what became of it. */
interface Taken {
  files: File_[];
  not_matched?: string | null;
}

/** How often at most the candidates are shown anew while papers come in. */
const SHOW_EVERY = 1500;

/** Takes in hundreds of papers at once. `onNews`: there are new candidates, or files that made nobody known. */
export function AddCvs({ vacancy, title, onNews }: { vacancy: string; title: string; onNews: () => void }) {
  const t = useTexts(hiringTexts);
  const [sent, setSent] = useState<{ done: number; total: number }>();
  const [outcomes, setOutcomes] = useState<File_[]>([]);
  const [notMatched, setNotMatched] = useState<string>();
  const [isOver, setIsOver] = useState(false);
  const shownAt = useRef(0);
  const { busy, failure, run } = useRun();

  function hear(part: File_) {
    setOutcomes((before) => [...before, part]);
    if (Date.now() - shownAt.current < SHOW_EVERY) return;
    shownAt.current = Date.now();
    onNews();
  }
  const take = (chosen: File[]) => chosen.length > 0 && run(async () => {
    setOutcomes([]);
    const files = await uploadAll(chosen, (done) => setSent({ done, total: chosen.length }));
    setSent(undefined);
    const answer = (await askLong("hiring.add_candidates", { vacancy, files }, t.reading(title), { onPart: hear })) as Taken;
    setOutcomes(answer.files);
    setNotMatched(answer.not_matched ?? undefined);
    onNews();
  });
  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    void take([...event.dataTransfer.files]);
  }

  const countOf = (...kinds: File_["outcome"][]) => outcomes.filter(({ outcome }) => kinds.includes(outcome)).length;
  return (
    <section aria-label={t.addCvs}>
      <div className={isOver ? "drop over" : "drop"} onDrop={drop} onDragLeave={() => setIsOver(false)} onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}>
        <FileButton multiple onChange={(chosen) => void take(chosen)} inputProps={{ "aria-label": t.choose }}>
          {(props) => <Button variant="default" loading={busy} {...props}>{t.choose}</Button>}
        </FileButton>
        <span>{t.dropHere}</span>
      </div>
      <div role="status">
        {sent && <><Text size="sm" mt="xs">{t.sending(sent.done, sent.total)}</Text><Progress value={(sent.done / sent.total) * 100} aria-label={t.addCvs} /></>}
        {outcomes.length > 0 && <Text size="sm" mt="xs">{t.taken(countOf("read", "added"), countOf("duplicate"), countOf("unreadable"))}</Text>}
      </div>
      {notMatched && <Text size="sm" mt="xs">{t.notMatched} {notMatched}</Text>}
      <Trouble failure={failure} />
    </section>
  );
}
