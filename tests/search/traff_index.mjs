// The index as `traff index` writes it. TRAFF names another program than build/traff.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const TRAFF = process.env.TRAFF ?? fileURLToPath(new URL("../../build/traff", import.meta.url));
export const FOLDER = mkdtempSync(path.join(os.tmpdir(), "traff-search-"));
process.on("exit", () => rmSync(FOLDER, { recursive: true, force: true }));

// What the documents teach of their words, as the pages load it, with references instead of numbers.
export function traffWords(input) {
  const from = path.join(FOLDER, "texts.json");
  const to = path.join(FOLDER, "words.json");
  writeFileSync(from, JSON.stringify(input));
  execFileSync(TRAFF, ["index", from, "--out", path.join(FOLDER, "unused.json"), "--words", to], { stdio: ["ignore", "pipe", "pipe"] });
  const words = JSON.parse(readFileSync(to, "utf8"));
  const refs = (numbers) => numbers.map((number) => String(input.documents[number][input.spec.ref ?? "id"]));
  return { ...words, capitals: Object.fromEntries(Object.entries(words.capitals).map(([word, numbers]) => [word, refs(numbers)])) };
}

export function traffBytes(input, ...options) {
  const from = path.join(FOLDER, "input.json");
  const to = path.join(FOLDER, "index.json");
  writeFileSync(from, typeof input === "string" ? input : JSON.stringify(input));
  execFileSync(TRAFF, ["index", from, "--out", to, ...options], { stdio: ["ignore", "pipe", "pipe"] });
  return readFileSync(to, "utf8");
}
