import { Anchor, Box, Container, Group, Paper, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useLanguage, useTexts } from "../frame/language";
import { frameTexts } from "../frame/texts";
import { entryTexts } from "./texts";

/** A page for who is not signed in: the name, one sheet, and the other language. */
export function EntryFrame({ title, why, children, beneath }: { title: string; why?: string; children: ReactNode; beneath?: ReactNode }) {
  const frame = useTexts(frameTexts);
  const t = useTexts(entryTexts);
  const { language, speak } = useLanguage();
  const other = language === "nl" ? "en" : "nl";
  return (
    <Box className="entry" component="main">
      <Container size={420} py={48}>
        <Group justify="space-between" mb="lg">
          <Text fw={700} size="lg" c="var(--accent-text)">Collega</Text>
          <Anchor component="button" type="button" size="sm" lang={other} onClick={() => speak(other)}>{frame.inOther}</Anchor>
        </Group>
        <Paper withBorder p="lg">
          <Title order={1} mb="xs">{title}</Title>
          <Text size="sm" c="dimmed" mb="md">{why ?? t.tagline}</Text>
          {children}
        </Paper>
        {beneath}
      </Container>
    </Box>
  );
}
