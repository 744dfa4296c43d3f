import { FileInput, type FileInputProps } from "@mantine/core";
import { useState } from "react";
import { GaveUp } from "../frame/client";
import { inTwo, useTexts } from "../frame/language";

const fileTexts = inTwo({
  nl: { placeholder: "Kies een bestand", missing: "Kies eerst een bestand.", clear: "Geen bestand" },
  en: { placeholder: "Choose a file", missing: "Choose a file first.", clear: "No file" },
});

/** A file that a form needs: `needed` gives it, or says beside the field that it is missing and stops what was begun. */
export function useChosenFile() {
  const t = useTexts(fileTexts);
  const [value, setValue] = useState<File | null>(null);
  const [error, setError] = useState<string>();
  const onChange = (file: File | null) => {
    setValue(file);
    setError(undefined);
  };
  function needed(): File {
    if (value) return value;
    setError(t.missing);
    throw new GaveUp();
  }
  return { needed, value, clear: () => setValue(null), field: { value, onChange, error } };
}

export function ChooseFile(props: FileInputProps) {
  const t = useTexts(fileTexts);
  return <FileInput placeholder={t.placeholder} clearable={!props.required} clearButtonProps={{ "aria-label": t.clear }} {...props} />;
}
