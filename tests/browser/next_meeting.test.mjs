import assert from "node:assert/strict";
import { test } from "node:test";
import { withPage } from "./browser.mjs";
import { NETWORK, onDisk } from "./built_site.mjs";

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
      assert.deepEqual(await box.getByRole("link").allTextContents(), title ? [title] : []);
    });
  });
}
