import { Button, Code, Stack, Text, TextInput } from "@mantine/core";
import qrcode from "qrcode-generator";
import { type FormEvent, useMemo, useState } from "react";
import { type Answer, ask } from "../../frame/client";
import { save } from "../../frame/csv";
import { useTexts } from "../../frame/language";
import { Trouble } from "../../frame/Trouble";
import { useAnswer, useRun } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { accountTexts } from "./accountTexts";

type Begun = Answer<"account.begin_second_factor">;

/** Sets up the code of an app, and hands over the codes for who loses it. */
export function SecondFactor() {
  const t = useTexts(accountTexts);
  const [begun, setBegun] = useState<Begun>();
  const [codes, setCodes] = useState<string[]>();
  const standing = useAnswer("account.second_factor", {});
  const { busy, failure, run } = useRun();
  const begin = () => run(async () => setBegun(await ask("account.begin_second_factor", {})));
  const remove = () => run(async () => {
    await ask("account.remove_second_factor", {});
    standing.again();
  });
  if (codes) return <RecoveryCodes codes={codes} />;
  if (begun) return <Confirm begun={begun} onDone={setCodes} />;
  if (standing.failure) return <Trouble failure={standing.failure} again={standing.again} />;
  if (!standing.answer) return <Waiting />;
  const isSetUp = standing.answer.is_set_up;
  return (
    <>
      <Text size="sm" mb="sm" role="status">{isSetUp ? t.factorThere : t.factorWhy}</Text>
      <Trouble failure={failure} />
      {isSetUp ? <Button variant="default" loading={busy} onClick={() => void remove()}>{t.remove}</Button>
        : <Button variant="default" loading={busy} onClick={() => void begin()}>{t.begin}</Button>}
    </>
  );
}

function Confirm({ begun, onDone }: { begun: Begun; onDone: (codes: string[]) => void }) {
  const t = useTexts(accountTexts);
  const [code, setCode] = useState("");
  const { busy, failure, run } = useRun();
  function submit(event: FormEvent) {
    event.preventDefault();
    void run(async () => onDone((await ask("account.confirm_second_factor", { code: code.replaceAll(" ", "") })).codes));
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t.scan}</Text>
        <QrCode text={begun.uri} title={t.qr} />
        <Text size="sm">{t.key}: <Code>{begun.key}</Code></Text>
        <TextInput label={t.code} inputMode="numeric" autoComplete="one-time-code" required value={code} onChange={(event) => setCode(event.currentTarget.value)} />
        <Trouble failure={failure} />
        <Button type="submit" loading={busy}>{t.confirm}</Button>
      </Stack>
    </form>
  );
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  const t = useTexts(accountTexts);
  return (
    <div role="status">
      <Text size="sm" mb="xs">{t.codes}</Text>
      <Code block>{codes.join("\n")}</Code>
      <Button mt="sm" variant="default" size="xs" onClick={() => save(t.codesFile, `${codes.join("\n")}\n`, "text/plain")}>{t.saveCodes}</Button>
    </div>
  );
}

/** Drawn here: no picture of a key comes from elsewhere. */
function QrCode({ text, title }: { text: string; title: string }) {
  const { size, path } = useMemo(() => {
    const code = qrcode(0, "M");
    code.addData(text);
    code.make();
    const count = code.getModuleCount();
    let dark = "";
    for (let row = 0; row < count; ++row) for (let column = 0; column < count; ++column) if (code.isDark(row, column)) dark += `M${column + 4} ${row + 4}h1v1h-1z`;
    return { size: count + 8, path: dark };
  }, [text]);
  return (
    <svg width={200} height={200} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={title}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
