// A server on data of its own, and people who look at its pages in a real browser.
//
//   import { office, visit, assert } from "./support.mjs";
//   await office({ roles: ["recruiter"] }, async (house) => {
//     await visit(house, { language: "en", width: 390 }, async (visitor) => {
//       await visitor.enter("recruiter");          signed in, without the log-in page
//       await visitor.open("/");
//       await visitor.page.getByRole("heading", { name: "To decide" }).waitFor();
//       await visitor.look("tray");                axe, nothing wider than the window, a picture
//     });
//   });
//
// `visit` fails at its end on what should happen on no page: an error in the console, an exception, something that the
// Content-Security-Policy stopped, a request to another origin, an answer of 5xx, or hostile text that ran.
// Run as `node test.mjs BINARY PAGES`; CHROMIUM names a browser elsewhere, SHOTS a folder for pictures.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export { assert };

const here = fileURLToPath(new URL(".", import.meta.url));
const require = createRequire(join(here, "../../web/package.json"));
const SKIPPED = 77; // tests/web/CMakeLists.txt says so to ctest
const [binary, pages] = process.argv.slice(2);

/** What a person could fill in to harm others: it must show as the text that it is. */
export const HOSTILE = `<img src=x onerror="window.harmed=1"> {{7*7}} '"; \u202Egnp.exe`;

const chromium = [process.env.CHROMIUM, ...(process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "chromium"))].find(
  (path) => path && runs(path),
);
if (!chromium) {
  console.log("skipped: no chromium on this machine (scripts/install-debian.sh test installs it)");
  process.exit(SKIPPED);
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A server on an organisation of its own (served.py). `roles`: only these accounts; ["nobody"]: a first start. */
export async function office({ roles = [] } = {}, use) {
  const process_ = spawn("python3", [join(here, "served.py"), binary, pages, ...roles], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: process_.stdout })[Symbol.asyncIterator]();
  const said = async () => {
    const { value, done } = await lines.next();
    assert(!done, "the server did not come up");
    return JSON.parse(value);
  };
  const ask = async (...what) => {
    process_.stdin.write(JSON.stringify(what) + "\n");
    const answer = await said();
    assert(!answer.failed, `${what.slice(0, 3)}: ${answer.failed}`);
    return answer.is;
  };
  const browser = await launch();
  try {
    const house = { ...(await said()), browser };
    house.run = (...words) => ask("run", ...words);
    house.act = (account, operation, input = {}) => ask("act", account, operation, input);
    house.upload = (account, name, text) => ask("upload", account, name, text);
    house.confirm = (account) => ask("confirm", account);
    house.model = () => ask("model");
    house.heard = () => ask("heard");
    house.kill = () => ask("kill");
    house.start = () => ask("start");
    await use(house);
  } finally {
    await browser.close();
    process_.stdin.end();
    if (process_.exitCode === null) await once(process_, "exit");
  }
}

function launch() {
  const { chromium: driver } = require("playwright-core");
  // The sandbox refuses to work for root, which is who runs this in a container.
  return driver.launch({ executablePath: chromium, args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
}

/** Somebody in a browser of their own. Gives what `use` gives. */
export async function visit(house, { language = "nl", width = 1440, height = 900, dark = false, expected = [] } = {}, use) {
  const context = await house.browser.newContext({
    baseURL: house.address,
    viewport: { width, height },
    locale: language === "nl" ? "nl-NL" : "en-GB",
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  await context.addCookies([{ name: "lang", value: language, url: house.address }]);
  context.setDefaultTimeout(30_000);
  const visitor = new Visitor(house, context, { language, width, expected });
  try {
    visitor.page = await context.newPage();
    const result = await use(visitor);
    await visitor.checkNothingHarmed();
    assert.deepEqual(visitor.faults, [], "what should happen on no page");
    return result;
  } catch (failure) {
    await visitor.picture("failed").catch(() => {});
    if (visitor.faults.length > 0) failure.message += `\nseen on the way: ${visitor.faults.join("\n")}`;
    throw failure;
  } finally {
    await context.close();
  }
}

class Visitor {
  constructor(house, context, { language, width, expected }) {
    Object.assign(this, { house, context, language, width, faults: [] });
    const fault = (what) => expected.some((pattern) => pattern.test(what)) || this.faults.push(what);
    context.on("console", (message) => {
      // An answer of 4xx is told in the console by the browser itself; what the page makes of it is what a test looks at.
      const told = message.text();
      if (message.type() === "error" && !/Failed to load resource.* 4\d\d/.test(told)) fault(`console: ${told}`);
    });
    context.on("weberror", (error) => fault(`exception: ${error.error().message}`));
    context.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      if (!["data:", "blob:"].includes(protocol) && origin !== house.address) fault(`request to elsewhere: ${request.url()}`);
    });
    context.on("response", (response) => response.status() >= 500 && fault(`${response.status()} of ${response.url()}`));
  }

  /** Signed in as an account of the organisation, without the log-in page. */
  async enter(name) {
    const { logins, password } = this.house;
    const answer = await this.context.request.post("/api/session", { data: { login: logins[name] ?? name, password } });
    assert.equal(answer.status(), 200, `${name}: ${await answer.text()}`);
  }

  /** The page, once it shows something of its own. */
  async open(path) {
    await this.page.goto(path);
    await this.page.locator("h1").first().waitFor();
  }

  /** The page as a person would judge it: axe, nothing wider than the window, a picture. */
  async look(name) {
    await this.page.locator("h1").first().waitFor();
    await this.page.waitForLoadState("networkidle");
    await this.picture(name);
    await this.checkFits(name);
    await this.checkAccessible(name);
  }

  async checkFits(name) {
    const [wide, window_] = await this.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert(wide <= window_, `${name} is ${wide} wide in a window of ${window_}`);
  }

  async picture(name) {
    if (!process.env.SHOTS) return;
    mkdirSync(process.env.SHOTS, { recursive: true });
    const path = join(process.env.SHOTS, `${name}-${this.language}-${this.width}.png`);
    await this.page.screenshot({ path, fullPage: true });
  }

  async checkAccessible(name) {
    await this.page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await this.page.evaluate((values) => globalThis.axe.run({ runOnly: { type: "tag", values } }), tags);
    const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.slice(0, 4).map((node) => node.html.slice(0, 200)).join("\n    ")}`);
    assert(told.length === 0, `axe on ${name}:\n${told.join("\n")}`);
  }

  /** Goes there as who has no mouse, and says so when it cannot be reached. */
  async tabTo(target, atMost = 100) {
    await target.waitFor();
    for (let pressed = 0; pressed < atMost; ++pressed) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press("Tab");
    }
    assert.fail(`not reached by ${atMost} times Tab: ${target}`);
  }

  async checkNothingHarmed() {
    const harmed = await Promise.all(this.context.pages().map((page) => page.evaluate(() => globalThis.harmed)));
    assert.deepEqual(harmed.filter(Boolean), [], "hostile text ran as script");
  }
}

/** Each with a name, one after the other; all are tried, and the first failure is the exit status. */
export async function tests(all) {
  let failed = 0;
  for (const [name, test] of Object.entries(all)) {
    const begun = Date.now();
    try {
      await test();
      console.log(`ok      ${name} (${Date.now() - begun} ms)`);
    } catch (failure) {
      failed += 1;
      console.log(`FAILED  ${name}\n${failure.stack}`);
    }
  }
  process.exitCode = failed ? 1 : 0;
}
