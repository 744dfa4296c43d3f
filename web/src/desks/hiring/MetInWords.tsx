import "./hiring.css";
import { Group, Text } from "@mantine/core";
import { useTexts } from "../../frame/language";
import { type Met, MetMark } from "./MetMark";
import { hiringTexts } from "./texts";

/** The mark with its words beside it, which then need not be said twice. */
export function MetInWords({ met }: { met: Met }) {
  const t = useTexts(hiringTexts);
  return (
    <Group gap={6} wrap="nowrap">
      <span aria-hidden="true"><MetMark met={met} /></span>
      <Text span size="sm">{t.met[met]}</Text>
    </Group>
  );
}

/** Whether a sentence says no more than these words. */
export function says(sentence: string, words: string) {
  return sentence.replace(/\.$/, "").toLowerCase() === words.toLowerCase();
}
