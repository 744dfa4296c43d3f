import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTexts } from "./language";
import { frameTexts } from "./texts";

/** A dialog over the page. Escape and its cross close it; the page beneath keeps what was filled in. */
export function Dialog({ title, opened, onClose, size, atTop = false, overOthers = false, children }: {
  title: string;
  opened: boolean;
  onClose: () => void;
  size?: string;
  atTop?: boolean;
  /** What the server asks of who has another dialog open. */
  overOthers?: boolean;
  children: ReactNode;
}) {
  const t = useTexts(frameTexts);
  return (
    <Modal.Root opened={opened} onClose={onClose} size={size} transitionProps={{ duration: 0 }} zIndex={overOthers ? 400 : 200} centered={!atTop} yOffset="10vh">
      <Modal.Overlay />
      <Modal.Content>
        <div className="dialog-head">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t.close} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
