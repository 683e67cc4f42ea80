import assert from "node:assert/strict";
import { test } from "node:test";
import { withPage } from "./browser.mjs";
import { DATED_NETWORK, NETWORK, onDisk } from "./built_site.mjs";

const THIRD = "Nästa träff: fredag 17 januari 2020, Kalmar";
const DAYS = [
  ["2020-01-10", THIRD, "Träff 3: Lärarledarskap och systematiskt kvalitetsarbete"],
  ["2020-01-16", `I morgon ${THIRD}`, "Träff 3: Lärarledarskap och systematiskt kvalitetsarbete"],
  ["2020-01-17", `I dag ${THIRD}`, "Träff 3: Lärarledarskap och systematiskt kvalitetsarbete"],
  ["2021-01-17", "Inga fler träffar under läsåret", undefined],
];

for (const [today, line, title] of DAYS) {
  test(`on ${today} the network's page says "${line}"`, async () => {
    await withPage(onDisk(NETWORK), { today }, async (page) => {
      const box = page.getByRole("region", { name: "Nästa träff" });
      assert.equal((await box.locator(".line").textContent()).replaceAll("\u00a0", " "), line);
      assert.deepEqual(await box.locator(".title a").allTextContents(), title ? [title] : []);
    });
  });
}

test("the box of the next meeting says what to prepare, open, with the redovisning and the way to all of it", async () => {
  await withPage(onDisk(NETWORK), { today: "2020-01-10" }, async (page) => {
    const box = page.getByRole("region", { name: "Nästa träff" });
    assert.ok(await box.getByText("Inför träff 3", { exact: true }).isVisible());
    assert.ok(await box.locator("li").first().isVisible());
    assert.match(await box.locator("li a").first().textContent(), /^Redovisning C: /);
    await box.getByRole("link", { name: "Läs allt inför träff 3" }).click();
    assert.match(page.url(), /mellan-2-3\.html$/);
  });
});

test("without JavaScript what to prepare stands folded under each meeting", async () => {
  await withPage(onDisk(NETWORK), { javaScriptEnabled: false }, async (page) => {
    const folded = page.locator(".occasions details");
    assert.equal(await folded.count(), 5);
    await folded.first().locator("summary").click();
    assert.ok(await folded.first().locator("li").first().isVisible());
  });
});

test("the box says that the next day is tentative and which other days to keep free", async () => {
  await withPage(onDisk(DATED_NETWORK), { today: "2022-08-01" }, async (page) => {
    const box = page.getByRole("region", { name: "Nästa träff" });
    await box.getByText("Preliminärt datum. Reservdatum: 26 augusti, 16 augusti").waitFor();
  });
});

test("a day with reserve dates is not said to have been used", async () => {
  await withPage(onDisk(DATED_NETWORK), { today: "2022-09-20" }, async (page) => {
    const said = (await page.locator(".occasions .past .details").allTextContents()).map((text) => /Genomförd/.test(text));
    assert.deepEqual(said, [false, true, true]);
  });
});
