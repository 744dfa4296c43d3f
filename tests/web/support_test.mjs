// What the support of these tests finds wrong is told, and what is right passes: else no other test here could fail.
import { HOSTILE, assert, office, tests, visit } from "./support.mjs";

await office({ roles: ["nobody"] }, async (house) => {
  const failing = (use, why) => assert.rejects(visit(house, {}, use), why);
  await tests({
    "an error in the console is a fault": () =>
      failing(async ({ page }) => page.goto("/").then(() => page.evaluate(() => console.error("wrong"))), /console: wrong/),
    "a request to elsewhere is a fault": () =>
      failing(async ({ page }) => {
        await page.goto("/");
        await page.evaluate(() => fetch("http://127.0.0.1:9/x").catch(() => {}));
      }, /127\.0\.0\.1:9|Content Security Policy/),
    "hostile text that runs is a fault": () =>
      failing(async ({ page }) => {
        await page.goto("/");
        await page.evaluate(() => (globalThis.harmed = 1));
      }, /ran as script/),
    "a page without a title is not accessible": () =>
      failing(async (visitor) => {
        await visitor.page.goto("/");
        await visitor.page.evaluate(() => (document.title = ""));
        await visitor.checkAccessible("no title");
      }, /document-title/),
    "a page that is wider than the window is told": () =>
      failing(async (visitor) => {
        await visitor.page.goto("/");
        await visitor.page.evaluate(() => (document.body.style.width = "5000px"));
        await visitor.checkFits("wide");
      }, /wide is 50\d\d wide/),
    "hostile text that shows as text is none": () =>
      visit(house, {}, async ({ page }) => {
        await page.goto("/");
        await page.evaluate((text) => document.body.append(text), HOSTILE);
      }),
  });
});
