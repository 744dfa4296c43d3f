import { ActionIcon, AppShell, Badge, Box, Burger, Button, Group, Menu, NavLink, Text, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Suspense, useEffect } from "react";
import { Link, NavLink as RouterLink, Outlet, useLocation } from "react-router-dom";
import { type Page, useDesks } from "./desk";
import { Icon } from "./Icon";
import { RunningJobs } from "./jobs";
import { useLanguage, useTexts } from "./language";
import { Search } from "./Search";
import { useSession } from "./session";
import { frameTexts } from "./texts";
import { useVisit } from "./visit";
import { Waiting } from "./Waiting";

/** The desks of this person at the left, what they may always do at the top, and the page. */
export function Shell() {
  const t = useTexts(frameTexts);
  const [isOpen, menu] = useDisclosure(false);
  const { pathname } = useLocation();
  const { who } = useSession();
  const { close } = menu;
  useVisit(who.account);
  useEffect(close, [pathname, close]);
  return (
    <AppShell header={{ height: 60 }} navbar={{ width: 224, breakpoint: "sm", collapsed: { mobile: !isOpen } }} padding="lg">
      <a className="skip" href="#page">{t.skip}</a>
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={isOpen} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label={isOpen ? t.closeMenu : t.menu} aria-expanded={isOpen} />
            <Text component={Link} to="/" fw={700} c="var(--accent-text)" className="name">Collega</Text>
          </Group>
          <Search />
          <TopRight />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={t.menu}>
        <Desks />
      </AppShell.Navbar>
      <AppShell.Main>
        <Box id="page" tabIndex={-1} className="page">
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </Box>
      </AppShell.Main>
      <RunningJobs account={who.account} />
    </AppShell>
  );
}

function Desks() {
  const desks = useDesks();
  const { language } = useLanguage();
  const { may } = useSession();
  const shown = (page: Page) => page.inMenu !== false && !page.outside && (!page.needs || may(page.needs));
  return desks.map((desk) => {
    const pages = desk.pages.filter(shown);
    if (pages.length === 0) return null;
    return (
      <Box key={desk.name} mb="md" component="section" aria-labelledby={`desk-${desk.name}`}>
        <Text id={`desk-${desk.name}`} size="xs" fw={600} c="dimmed" px="sm" mb={4}>{desk.title[language]}</Text>
        {pages.map((page) => <PageLink key={page.path} page={page} />)}
      </Box>
    );
  });
}

const noMark = () => undefined;

function PageLink({ page }: { page: Page }) {
  const { language } = useLanguage();
  const mark = (page.useMark ?? noMark)();
  const beside = mark && <Badge variant="light" size="sm"><span aria-hidden="true">{mark.short}</span><span className="unseen">{mark.inWords[language]}</span></Badge>;
  return <NavLink component={RouterLink} to={`/${page.path}`} label={page.title[language]} rightSection={beside} className="desk-link" end={page.path === ""} />;
}

function TopRight() {
  const t = useTexts(frameTexts);
  const { language, speak } = useLanguage();
  const { who, leave } = useSession();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light");
  const other = language === "nl" ? "en" : "nl";
  const otherScheme = scheme === "dark" ? "light" : "dark";
  return (
    <Group gap="xs" wrap="nowrap">
      <Button variant="subtle" color="gray" size="compact-sm" className="quiet" lang={other} onClick={() => speak(other)} visibleFrom="xs">{t.inOther}</Button>
      <ActionIcon variant="subtle" color="gray" size="lg" className="quiet" aria-label={t[otherScheme]} onClick={() => setColorScheme(otherScheme)}>
        <Icon name={scheme === "dark" ? "sun" : "moon"} />
      </ActionIcon>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <UnstyledButton className="who" aria-label={who.display}>
            <Icon name="person" />
            <Text size="sm" span truncate visibleFrom="sm">{who.display}</Text>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} to="/account">{t.account}</Menu.Item>
          <Menu.Item hiddenFrom="xs" lang={other} onClick={() => speak(other)}>{t.inOther}</Menu.Item>
          <Menu.Item onClick={() => void leave()}>{t.signOut}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
