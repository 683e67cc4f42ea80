// The search engine as a site ships it, in a world of its own as a worker is, on an index made by `traff index`.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { FOLDER, TRAFF, traffBytes, traffWords } from "./traff_index.mjs";

function shippedEngine() {
  const content = path.join(FOLDER, "engine-content");
  const site = path.join(FOLDER, "engine-site");
  mkdirSync(content, { recursive: true });
  writeFileSync(path.join(content, "index.md"), "# Sök\n\nHär.\n");
  execFileSync(TRAFF, ["build", content, "--out", site, "--quiet"], { stdio: ["ignore", "ignore", "pipe"] });
  const name = readdirSync(path.join(site, "assets")).find((file) => /^search-engine-.*\.js$/.test(file));
  return readFileSync(path.join(site, "assets", name), "utf8");
}

let engine = null;

// What the engine's script leaves in a page: {traffSearch, lunr}.
export function searchWorld() {
  engine ??= new vm.Script(shippedEngine(), { filename: "search-engine.js" });
  const world = vm.createContext({});
  world.self = world;
  engine.runInContext(world);
  vm.runInContext("self.traffEngine.call(self)", world);
  return world;
}

// {spec, documents} → an engine that answers.
export function clientFor(input) {
  const client = searchWorld().traffSearch.makeEngine(null, traffWords(input));
  client.addIndex(JSON.parse(traffBytes(input)));
  return client;
}
