import { NativeSelect, Text } from "@mantine/core";
import { type CSSProperties, useEffect, useRef, useState } from "react";
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

/** The pages of a paper as they look, drawn by the server; who somebody is stays covered while names are hidden. */
export function PageImages({ application, paper, mark }: { application: string; paper: Paper; mark?: Evidence }) {
  const t = useTexts(hiringTexts);
  const [page, setPage] = useState(mark?.page ?? 1);
  useEffect(() => {
    if (mark?.page) setPage(mark.page);
  }, [mark]);
  const quote = mark && (mark.page ?? page) === page ? mark.quote : undefined;
  const { shown, failure, again } = usePage(application, paper.paper, page, quote);
  const pages = Array.from({ length: paper.pages ?? 1 }, (_, place) => ({ value: String(place + 1), label: t.paperPage(place + 1) }));
  return (
    <>
      {pages.length > 1 && <NativeSelect aria-label={t.page} size="xs" mb="xs" data={pages} value={String(page)} onChange={(event) => setPage(Number(event.currentTarget.value))} />}
      <Trouble failure={failure} again={again} />
      {!shown && failure === undefined && <Waiting />}
      {shown && (
        <div className="page-scroll" tabIndex={0} role="group" aria-label={`${paper.name}, ${t.paperPage(page)}`}>
          <div className="page-image">
            <img src={shown.address} alt="" />
            <TextLayer words={shown.words} />
          </div>
        </div>
      )}
      {shown?.covered && <Text size="xs" c="dimmed" mt="xs">{t.covered}</Text>}
    </>
  );
}

/** The words where they stand on the picture: to read aloud, to select, and to mark. */
function TextLayer({ words }: { words: Words }) {
  const first = useRef<HTMLElement>(null);
  useEffect(() => {
    first.current?.scrollIntoView({ block: "center" });
  }, [words]);
  const firstMarked = words.findIndex(({ marked }) => marked);
  return words.map(({ text, left, top, width, height, marked }, place) => {
    const where: CSSProperties = { left: percent(left), top: percent(top), width: percent(width), height: percent(height) };
    const Word = marked ? "mark" : "span";
    return <Word key={place} ref={place === firstMarked ? first : undefined} className="page-word" style={where}>{`${text} `}</Word>;
  });
}

function percent(share: number) {
  return `${share * 100}%`;
}

function usePage(application: string, paper: string, page: number, quote?: string) {
  const [shown, setShown] = useState<{ address: string; words: Words; covered: boolean }>();
  const [failure, setFailure] = useState<unknown>();
  const [turn, setTurn] = useState(0);
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
  }, [application, paper, page, quote, turn]);
  return { shown, failure, again: () => setTurn((before) => before + 1) };
}
