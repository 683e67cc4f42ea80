import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { test } from "node:test";
import { FILES, SITE } from "./built_site.mjs";

const vnu = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

test("the whole site is valid HTML and CSS", () => {
  const files = FILES.filter((file) => /\.(html|css)$/.test(file));
  const command = ["-jar", vnu, "--errors-only", "--also-check-css", "--format", "gnu", "--stdout", ...files];
  const env = { ...process.env, LC_ALL: "C.UTF-8" };  // else Java does not open a checkout with å in its path
  const { stdout, stderr, error } = spawnSync("java", command, { cwd: SITE, env, encoding: "utf8" });
  assert.ifError(error);
  assert.equal(stdout + stderr, "");
});
