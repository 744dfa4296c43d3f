import { Group, NativeSelect, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { type Answer, ask } from "../../frame/client";
import { readFile } from "../../frame/files";
import { useTexts } from "../../frame/language";
import type { Evidence } from "../../frame/Quote";
import { Trouble } from "../../frame/Trouble";
import { Waiting } from "../../frame/Waiting";
import type { Candidate } from "./CandidatePage";
import { hiringTexts } from "./texts";

type Paper = Candidate["papers"][number];
type Words = Answer<"hiring.page">["words"];

/** How wide the server draws a page: enough to read at half a desk's width. */
const WIDTH = 960;

/** The pages of a paper as pictures, drawn by the server; who somebody is stays covered while names are hidden. */
export function PageImages({ application, paper, mark }: { application: string; paper: Paper; mark?: Evidence }) {
  const t = useTexts(hiringTexts);
  const [page, setPage] = useState(mark?.page ?? 1);
  useEffect(() => {
    if (mark?.page) setPage(mark.page);
  }, [mark]);
  const { shown, failure } = usePage(application, paper.paper, page, mark?.quote);
  const pages = Array.from({ length: paper.pages ?? 1 }, (_, place) => ({ value: String(place + 1), label: t.paperPage(place + 1) }));
  return (
    <>
      {pages.length > 1 && <NativeSelect aria-label={t.page} size="xs" mb="xs" data={pages} value={String(page)} onChange={(event) => setPage(Number(event.currentTarget.value))} />}
      <Trouble failure={failure} />
      {!shown && failure === undefined && <Waiting />}
      {shown && (
        <div className="page-image">
          <img src={shown.address} alt={`${paper.name}, ${t.paperPage(page)}`} />
          {shown.words.filter(({ marked }) => marked).map((word, place) => (
            <span key={place} className="page-marked" aria-hidden="true"
              style={{ left: `${word.left * 100}%`, top: `${word.top * 100}%`, width: `${word.width * 100}%`, height: `${word.height * 100}%` }} />
          ))}
        </div>
      )}
      {shown?.covered && <Group mt="xs"><Text size="xs" c="dimmed">{t.covered}</Text></Group>}
    </>
  );
}

function usePage(application: string, paper: string, page: number, quote?: string) {
  const [shown, setShown] = useState<{ address: string; words: Words; covered: boolean }>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    let address: string | undefined;
    let isLeft = false;
    setShown(undefined);
    setFailure(undefined);
    async function draw() {
      const { image, words, covered } = await ask("hiring.page", { application, paper, page, width: WIDTH, image: "page.png", quote });
      const picture = await readFile(image);
      if (isLeft) return;
      address = URL.createObjectURL(picture);
      setShown({ address, words, covered });
    }
    draw().catch((why: unknown) => {
      if (!isLeft) setFailure(why);
    });
    return () => {
      isLeft = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [application, paper, page, quote]);
  return { shown, failure };
}
