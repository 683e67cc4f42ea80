// The generators that are compared: how each is found and run, as fast as its makers fairly let it be.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const HERE = new URL(".", import.meta.url).pathname;
const ELEVENTY = path.join(HERE, "node_modules", "@11ty", "eleventy", "cmd.cjs");
const DEFAULT_HEAP_HOLDS = 20_000;

const versionOf = (program, ...args) => {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  return status === 0 ? stdout.trim().split("\n")[0] : null;
};

export const traff = (program) => ({
  name: "traff",
  missing: `${program} is missing; build it first`,
  version: () => versionOf(program, "--version"),
  command: ({ content, out, fresh = true, more = ["--quiet"] }) => ({
    program, args: ["build", content, "--out", out, ...more, ...(fresh ? ["--fresh"] : [])],
  }),
});

const hugo = {
  name: "hugo",
  missing: "no hugo on the path",
  version: () => versionOf("hugo", "version"),
  command: ({ content, out, cache }) => ({
    program: "hugo",
    args: ["--source", path.join(HERE, "hugo"), "--contentDir", content, "--destination", out, "--noBuildLock", "--quiet"],
    env: { HUGO_CACHEDIR: path.join(cache, "cache"), HUGO_RESOURCEDIR: path.join(cache, "resources") },
  }),
};

// Run from the content folder: Eleventy makes addresses of the way from where it stands.
const eleventy = {
  name: "eleventy",
  missing: "not installed; run npm ci --ignore-scripts in tests/bench",
  version: () => (existsSync(ELEVENTY) ? versionOf(process.execPath, ELEVENTY, "--version") : null),
  command: ({ content, out, pages }) => ({
    program: process.execPath,
    args: [
      ...(pages > DEFAULT_HEAP_HOLDS ? ["--max-old-space-size=16000"] : []), ELEVENTY,
      `--config=${path.join(HERE, "eleventy", "eleventy.config.mjs")}`, "--input=.", `--output=${out}`, "--quiet",
    ],
    cwd: content,
  }),
};

export const PEERS = { hugo, eleventy };
