import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { test } from "node:test";
import { FILES, SITE } from "./built_site.mjs";

const vnu = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

test("the whole site is valid HTML and CSS", () => {
  const files = FILES.filter((file) => /\.(html|css)$/.test(file));
  const { stdout, stderr, error } = spawnSync("java",
    ["-jar", vnu, "--errors-only", "--also-check-css", "--format", "gnu", "--stdout", ...files], { cwd: SITE, encoding: "utf8" });
  assert.ifError(error);
  assert.equal(stdout + stderr, "");
});
