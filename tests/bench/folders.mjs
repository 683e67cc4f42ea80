// Where the benchmark reads and writes: cached corpora, and output folders that are new for every run.
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, statfsSync }
  from "node:fs";
import os from "node:os";
import path from "node:path";
import { writeCorpus } from "./corpus.mjs";

const MAKER = new URL("corpus/", import.meta.url).pathname;
const SHARED_MEMORY = "/dev/shm";
const TMPFS = 0x01021994;
const FILE_SYSTEMS = { [TMPFS]: "tmpfs", 0xef53: "ext4", 0x9123683e: "btrfs", 0x58465342: "xfs", 0x794c7630: "overlayfs" };

export const fileSystem = (folder) => FILE_SYSTEMS[statfsSync(folder).type] ?? "other file system";

export class Folders {
  #cache = path.join(os.tmpdir(), "traff-bench");
  #rubbish = [];
  #made = 0;

  constructor(repository) {
    mkdirSync(this.#cache, { recursive: true });
    this.scratch = this.#rubbishFolder(this.#cache);
    const build = path.join(repository, "build");
    this.disk = this.#rubbishFolder(existsSync(build) ? path.join(build, "bench") : this.#cache);
    this.tmpfs = existsSync(SHARED_MEMORY) && fileSystem(SHARED_MEMORY) === "tmpfs"
      ? this.#rubbishFolder(path.join(SHARED_MEMORY, "traff-bench")) : null;
  }

  // The content folder of one size and flavour, made when first asked for and read once so that it is in memory.
  corpus(pages, seed, flavour) {
    const folder = path.join(this.#cache, `corpus-${makerHash()}-seed${seed}-${pages}-${flavour}`);
    if (!existsSync(folder)) {
      const unfinished = path.join(this.scratch, `corpus-${flavour}-${this.#made++}`);
      writeCorpus({ pages, seed, flavour, out: unfinished });
      renameSync(unfinished, folder);
    }
    return { folder, ...readAll(folder, (file) => file.endsWith(".md")) };
  }

  copy(folder) {
    const copied = path.join(this.scratch, `copy-${this.#made++}`);
    cpSync(folder, copied, { recursive: true });
    return copied;
  }

  // A path that does not exist yet.
  fresh(where) {
    return path.join(this[where], `out-${this.#made++}`);
  }

  freshCache() {
    return mkdtempSync(path.join(this.scratch, "cache-"));
  }

  // Out of the way, not deleted: ext4 without a journal makes new files slowly for minutes after deletions.
  retire(folder) {
    if (existsSync(folder)) renameSync(folder, path.join(this.scratch, `old-${this.#made++}`));
  }

  // Memory is scarce and has no such trap, so there old output goes at once.
  done(out, where) {
    if (where === "tmpfs") rmSync(out, { recursive: true, force: true });
    else spawnSync("sync");
  }

  removeAll() {
    for (const folder of this.#rubbish) rmSync(folder, { recursive: true, force: true });
  }

  #rubbishFolder(parent) {
    mkdirSync(parent, { recursive: true });
    const folder = mkdtempSync(path.join(parent, "run-"));
    this.#rubbish.push(folder);
    return folder;
  }
}

function makerHash() {
  const hash = createHash("sha256").update(readFileSync(path.join(MAKER, "..", "corpus.mjs")));
  for (const file of readdirSync(MAKER).sort()) hash.update(readFileSync(path.join(MAKER, file)));
  return hash.digest("hex").slice(0, 12);
}

export function readAll(folder, wanted) {
  const files = readdirSync(folder, { recursive: true }).filter(wanted);
  return { files: files.length, bytes: files.reduce((sum, file) => sum + readFileSync(path.join(folder, file)).length, 0) };
}

export function countOutput(folder) {
  const files = readdirSync(folder, { recursive: true }).map((file) => path.join(folder, file));
  const bytes = files.map((file) => statSync(file)).filter((entry) => entry.isFile()).map((entry) => entry.size);
  return {
    files: bytes.length, bytes: bytes.reduce((sum, size) => sum + size, 0),
    html: files.filter((file) => file.endsWith(".html")).length,
  };
}
