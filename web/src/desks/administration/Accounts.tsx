import { Anchor, Button, Code, Divider, NativeSelect, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { ActButton, ActForm, Outcome } from "../../forms/ActButton";
import { choices, type Role, roleName, roleWords } from "../../forms/words";
import { type Answer, ask } from "../../frame/client";
import { Dialog } from "../../frame/Dialog";
import { useFormat, useTexts } from "../../frame/language";
import { ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { ChoosePerson } from "./ChoosePerson";
import { accountTexts } from "./texts";

type Account = Answer<"administration.list_accounts">["accounts"][number];
type Code_ = Answer<"administration.invite">;
interface Changes {
  changed: () => void;
  onCode: (code: Code_) => void;
}

export default function Accounts() {
  const t = useTexts(accountTexts);
  const words = useTexts(roleWords);
  const { moment } = useFormat();
  const { may } = useSession();
  const [turn, setTurn] = useState(0);
  const [code, setCode] = useState<Code_>();
  const [key, setKey] = useState<string>();
  const changes = { changed: () => setTurn((before) => before + 1), onCode: setCode };
  const roles = (row: Account) => row.roles.map((role) => roleName(words, role)).join(", ") || t.noRoles;
  const actions = may("administration.invite") && (
    <>
      <Program onKey={setKey} changed={changes.changed} />
      <Invite {...changes} />
    </>
  );
  return (
    <PageFrame title={t.title} lead={t.lead} actions={actions}>
      {code && <OneTimeCode code={code} />}
      {key && <Outcome><Text size="sm">{t.key}</Text><Code block className="own-words">{key}</Code></Outcome>}
      <ListPage<Account>
        name={t.list}
        turn={turn}
        columns={[
          {
            key: "display", title: t.display, text: (row) => `${row.display} <${row.login}>`,
            cell: (row) => <>{row.display}<Text size="xs" c="dimmed">{row.login}</Text></>,
          },
          { key: "state", title: t.state, text: (row) => t.states[row.state] },
          { key: "roles", title: t.roles, text: roles },
          { key: "second", title: t.secondFactor, text: (row) => (row.second_factor ? t.yes : t.no) },
          { key: "signed_in", whole: true, title: t.signedIn, text: (row) => row.signed_in_at ?? "", cell: (row) => (row.signed_in_at ? moment(row.signed_in_at) : t.never) },
          ...(may("administration.give_role") ? [{
            key: "actions", title: t.actions, onPageOnly: true, text: () => "", cell: (row: Account) => <Manage account={row} {...changes} />,
          }] : []),
        ]}
        load={async (_, after, signal) => {
          const limit = 100;
          const { accounts } = await ask("administration.list_accounts", { after, limit }, { signal });
          return { rows: accounts, next: accounts.length === limit ? accounts.at(-1)?.login : undefined };
        }}
        keyOf={(row) => row.account}
        empty={t.empty}
      />
    </PageFrame>
  );
}

/** Told once, to hand over in person: no mail goes out with it. */
function OneTimeCode({ code }: { code: Code_ }) {
  const t = useTexts(accountTexts);
  const { moment } = useFormat();
  const address = `${location.origin}/password`;
  return (
    <Outcome>
      <Text size="sm">{t.codeFor(code.login)}</Text>
      <Code block>{code.code}</Code>
      <Text size="sm">{t.codeUntil(moment(code.ends_at))} <Anchor href="/password" size="sm">{address}</Anchor></Text>
    </Outcome>
  );
}

function Invite({ changed, onCode }: Changes) {
  const t = useTexts(accountTexts);
  return (
    <ActButton label={t.invite} why={t.inviteWhy} variant="filled" act={async (filled) => {
      onCode(await ask("administration.invite", { login: filled("login") ?? "", display: filled("display") ?? "", person: filled("person") }));
      changed();
    }}>
      <WhoIsInvited />
    </ActButton>
  );
}

/** Somebody who works here is found first, so that the account is theirs; somebody else has a name of their own. */
function WhoIsInvited() {
  const t = useTexts(accountTexts);
  const [display, setDisplay] = useState("");
  return (
    <>
      <ChoosePerson onChoose={(person) => setDisplay(person?.name ?? "")} />
      <TextInput name="login" label={t.loginField} required autoCapitalize="none" spellCheck={false} />
      <TextInput name="display" label={t.displayField} required value={display} onChange={(event) => setDisplay(event.currentTarget.value)} />
    </>
  );
}

function Program({ onKey, changed }: { onKey: (key: string) => void; changed: () => void }) {
  const t = useTexts(accountTexts);
  return (
    <ActButton label={t.program} why={t.programWhy} act={async (filled) => {
      const operations = (filled("operations") ?? "").split(/[\s,]+/).filter(Boolean);
      const { key } = await ask("administration.make_application", {
        login: filled("login") ?? "", name: filled("name") ?? "", operations, days: Number(filled("days")),
      });
      onKey(key);
      changed();
    }}>
      <TextInput name="login" label={t.programLogin} required autoCapitalize="none" spellCheck={false} />
      <TextInput name="name" label={t.programName} required />
      <TextInput name="operations" label={t.operations} required autoCapitalize="none" spellCheck={false} />
      <NumberInput name="days" label={t.days} defaultValue={90} min={1} required hideControls />
    </ActButton>
  );
}

function Manage({ account, changed, onCode }: { account: Account } & Changes) {
  const t = useTexts(accountTexts);
  const words = useTexts(roleWords);
  const [isOpen, setOpen] = useState(false);
  const { login, state } = account;
  const done = () => {
    setOpen(false);
    changed();
  };
  const given = account.roles.map((role) => role.split(" ")[0] as Role).filter((role) => role in words);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)} aria-label={t.manageOf(account.display)}>{t.manage}</Button>
      <Dialog opened={isOpen} onClose={() => setOpen(false)} title={t.manageOf(account.display)}>
        <Stack>
          <ActForm submit={t.giveRole} onDone={done} act={(filled) => ask("administration.give_role", {
            login, role: filled("role") as Role, unit: filled("unit"), from: filled("from"), last_day: filled("last_day"),
          })}>
            <NativeSelect name="role" label={t.role} data={choices(words)} />
            <TextInput name="unit" label={t.unit} autoCapitalize="none" />
            <TextInput name="from" type="date" label={t.from} />
            <TextInput name="last_day" type="date" label={t.lastDay} />
          </ActForm>
          {given.length > 0 && (
            <>
              <Divider />
              <ActForm submit={t.endRole} onDone={done} act={(filled) => ask("administration.end_role", { login, role: filled("ended") as Role, last_day: filled("last_day") })}>
                <NativeSelect name="ended" label={t.endRole} data={given.map((role) => ({ value: role, label: words[role] }))} />
                <TextInput name="last_day" type="date" label={t.lastDayOfRole} />
              </ActForm>
            </>
          )}
          <Divider />
          {state === "locked" && <ActForm submit={t.unlock} onDone={done} act={() => ask("administration.unlock_account", { login })} />}
          {state === "disabled"
            ? <ActForm submit={t.enable} onDone={done} act={() => ask("administration.enable_account", { login })} />
            : <ActForm submit={t.disable} onDone={done} act={() => ask("administration.disable_account", { login })} />}
          <ActForm submit={t.renew} onDone={done} act={async () => onCode(await ask("administration.renew_code", { login }))} />
        </Stack>
      </Dialog>
    </>
  );
}
