import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { DESK, PHONE, withPage } from "./browser.mjs";
import { LONG_PRESENTATION, MEETING, PAGES, onDisk } from "./built_site.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function violations(page, viewport, colorScheme) {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
  const { violations } = await page.evaluate(() => axe.run());
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${viewport.width} px, ${colorScheme}: ${id}: ${node.html.slice(0, 200)}`));
}

for (const name of PAGES) {
  test(`${name} has no accessibility fault that axe finds, dark or light, on a phone or a desk`, async () => {
    await withPage(onDisk(name), {}, async (page) => {
      await page.evaluate(AXE);
      for (const viewport of [PHONE, DESK]) {
        for (const colorScheme of ["light", "dark"]) {
          assert.deepEqual(await violations(page, viewport, colorScheme), []);
        }
      }
    });
  });
}

for (const name of [LONG_PRESENTATION, MEETING]) {
  test(`${name} has no accessibility fault in a low, wide window, where its list of contents stands beside the text`, async () => {
    await withPage(onDisk(name), {}, async (page) => {
      await page.evaluate(AXE);
      assert.deepEqual(await violations(page, { width: 1400, height: 420 }, "light"), []);
    });
  });
}
