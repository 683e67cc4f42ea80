import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { FILES, SITE } from "./built_site.mjs";

const vnu = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

// The validator does not know measures of a container: it reads them as the window's.
function writeKnownForm(sheet, folder) {
  const text = readFileSync(path.join(SITE, sheet), "utf8");
  const known = text.replace(/container-type: [a-z-]+;/g, "").replace(/([\d.]+)cq([wh])\b/g, "$1v$2");
  const copy = path.join(folder, path.basename(sheet));
  writeFileSync(copy, known);
  return copy;
}

test("the whole site is valid HTML and CSS", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "traff-css-"));
  const sheets = FILES.filter((file) => file.endsWith(".css")).map((sheet) => writeKnownForm(sheet, folder));
  const files = [...FILES.filter((file) => file.endsWith(".html")), ...sheets];
  const command = ["-jar", vnu, "--errors-only", "--also-check-css", "--format", "gnu", "--stdout", ...files];
  const env = { ...process.env, LC_ALL: "C.UTF-8" };  // else Java does not open a checkout with å in its path
  const { stdout, stderr, error } = spawnSync("java", command, { cwd: SITE, env, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  assert.ifError(error);
  assert.equal(stdout + stderr, "");
});
