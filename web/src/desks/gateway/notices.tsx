import { List, Paper, Text } from "@mantine/core";
import { inTwo, useTexts } from "../../frame/language";

const noticeTexts = inTwo({
  nl: {
    title: "Wat de privacyschil niet kan",
    items: {
      stays: "Tekst waarin namen zijn vervangen, blijft een persoonsgegeven: wie de omstandigheden kent, kan iemand herkennen.",
      misses: "De schil herkent niet alles. Plak geen tekst die een ander niet zou mogen lezen.",
      untrue: "Een model kan onwaarheden schrijven; niemand heeft het antwoord nagekeken.",
    },
  },
  en: {
    title: "What the privacy shield cannot do",
    items: {
      stays: "Text in which names were replaced stays personal data: who knows the circumstances may recognise somebody.",
      misses: "The shield does not recognise everything. Paste no text that nobody else should read.",
      untrue: "A model can write untruths; nobody has checked its answer.",
    },
  },
});

/** What holds of every text that goes to a model, as prominent as what was found. */
export function WhatItCannot({ withAnswer = false }: { withAnswer?: boolean }) {
  const t = useTexts(noticeTexts);
  const { untrue, ...always } = t.items;
  return (
    <Paper component="section" className="limits" p="sm" mb="md" aria-label={t.title}>
      <Text size="sm" fw={600}>{t.title}</Text>
      <List size="sm" mt={4}>
        {[...Object.values(always), ...(withAnswer ? [untrue] : [])].map((one) => <List.Item key={one}>{one}</List.Item>)}
      </List>
    </Paper>
  );
}
