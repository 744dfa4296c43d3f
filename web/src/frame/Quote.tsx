import { Text, UnstyledButton } from "@mantine/core";
import type { Answer } from "./client";
import { useTexts } from "./language";
import { proposalTexts } from "./proposalTexts";

export type Evidence = Answer<"proposals.show">["proposal"]["findings"][number]["reasons"][number]["evidence"][number];

/** A piece of text by code points, as the server counts. */
export function slicePoints(text: string, start: number, end?: number): string {
  return Array.from(text).slice(start, end).join("");
}

/** A sentence from a paper with what counts in it marked; opens the paper at that page where `onOpen` can. */
export function Quote({ evidence, onOpen }: { evidence: Evidence; onOpen?: (evidence: Evidence) => void }) {
  const t = useTexts(proposalTexts);
  const { quote, document, page } = evidence;
  // Marks count in the whole paper, as the quote does.
  const [from, to] = [evidence.mark_start - evidence.start, evidence.mark_end - evidence.start];
  const where = page == null ? document : `${document}, ${t.page(page)}`;
  return (
    <figure className="quote">
      <blockquote>
        {slicePoints(quote, 0, from)}
        <mark>{slicePoints(quote, from, to)}</mark>
        {slicePoints(quote, to)}
      </blockquote>
      <figcaption>
        {onOpen ? (
          <UnstyledButton className="link" onClick={() => onOpen(evidence)} aria-label={t.openSource(where)}>{where}</UnstyledButton>
        ) : (
          <Text size="xs" c="dimmed" span>{where}</Text>
        )}
      </figcaption>
    </figure>
  );
}
