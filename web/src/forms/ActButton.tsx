// A button that opens a small form and does what was filled in: for every act that needs a word or two first.
import { Alert, Button, type ButtonProps, Group, Stack, Text } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { Dialog } from "../frame/Dialog";
import { useTexts } from "../frame/language";
import { frameTexts } from "../frame/texts";
import { Trouble } from "../frame/Trouble";
import { useRun } from "../frame/use";

/** What stands in a field, without the spaces around it; nothing where it is empty. */
export type Filled = (name: string) => string | undefined;

interface FormProps {
  /** What the act comes to, before it is done. */
  why?: ReactNode;
  submit: string;
  act: (filled: Filled) => Promise<unknown>;
  children?: ReactNode;
}

export function ActButton({ label, title = label, size = "xs", variant = "default", ...form }: Omit<FormProps, "submit"> & {
  label: string;
  title?: string;
  submit?: string;
} & Pick<ButtonProps, "size" | "variant">) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button size={size} variant={variant} onClick={() => setOpen(true)}>{label}</Button>
      <Dialog opened={isOpen} onClose={close} title={title}>
        <ActForm submit={label} {...form} onCancel={close} onDone={close} />
      </Dialog>
    </>
  );
}

export function ActForm({ why, submit, act, children, onCancel, onDone }: FormProps & { onCancel?: () => void; onDone?: () => void }) {
  const t = useTexts(frameTexts);
  const { busy, failure, run } = useRun();
  async function go(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const filled = (name: string) => {
      const value = data.get(name);
      return (typeof value === "string" && value.trim()) || undefined;
    };
    if (await run(() => act(filled))) onDone?.();
  }
  return (
    <form onSubmit={(event) => void go(event)}>
      <Stack gap="sm">
        {why && <Text size="sm" c="dimmed">{why}</Text>}
        {children}
        <Trouble failure={failure} />
        <Group gap="xs">
          <Button type="submit" loading={busy}>{submit}</Button>
          {onCancel && <Button variant="default" onClick={onCancel}>{t.cancel}</Button>}
        </Group>
      </Stack>
    </form>
  );
}

/** What came of an act, for everybody to hear. */
export function Outcome({ children }: { children: ReactNode }) {
  return <Alert role="status" variant="default" my="sm">{children}</Alert>;
}
