import { Group, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";

/** The head of a page: its title (also the window's), a line beneath, and what can be done. */
export function PageFrame({ title, lead, actions, children }: { title: string; lead?: ReactNode; actions?: ReactNode; children?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Collega`;
  }, [title]);
  return (
    <>
      <Group justify="space-between" align="flex-start" mb="md" gap="sm">
        <div className="page-title">
          <Title order={1}>{title}</Title>
          {lead && <Text c="dimmed" size="sm" mt={4}>{lead}</Text>}
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </>
  );
}
