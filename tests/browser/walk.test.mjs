import assert from "node:assert/strict";
import path from "node:path";
import { after, test } from "node:test";
import { withPage } from "./browser.mjs";
import { CHECKOUT, SITE, onDisk } from "./built_site.mjs";
import { servePreview } from "./preview_server.mjs";
import { serveFolder } from "./web_server.mjs";

const server = await serveFolder(SITE);
const preview = await servePreview(path.join(CHECKOUT, "content"));
after(() => {
  server.stop();
  preview.stop();
});

// As a participant reads: start page, network, träff 3, the next träff, the letter of welcome.
async function walk(page) {
  const main = page.getByRole("main");
  await main.getByRole("link", { name: "Nätverk för lärarledarskap och kollegialt lärande" }).first().click();
  await main.getByRole("link", { name: "Träff 3: " }).first().click();
  await main.getByRole("link", { name: /^Nästa träff/ }).click();
  assert.match(await page.getByRole("heading", { level: 1 }).textContent(), /Processledning/);
  await page.getByRole("navigation", { name: "Meny" }).getByRole("link", { name: "Välkommen till ett läsår" }).click();
  await main.getByText("Hej och varmt välkommen!").waitFor();
}

for (const [how, start] of [["disk", onDisk("index.html")], ["a web server", server.address], ["the preview", preview.address]]) {
  test(`from ${how} a reader clicks from the start page to the letter; nothing fails, no other host is asked`, async () => {
    await withPage(start, {}, async (page) => {
      await walk(page);
      assert.deepEqual(page.complaints, []);
      const home = new URL("./", start).href;
      assert.deepEqual(page.requests.filter((address) => !address.startsWith(home) && !address.startsWith("data:")), []);
    });
  });
}
