// Lets one system call at a time fail, as a bad disk, a lost server or a full one makes it: the program ends with 0, 1 or
// 2 and says why, what readers see is whole, a site said to be done is the right one, and the next run mends it all.
// Usage: inject.mjs TRAFF all | N [SEED]
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync }
  from "node:fs";
import os from "node:os";
import path from "node:path";

const TIME_LIMIT_MS = 30_000;
const [, , program, wanted = "300", seedGiven] = process.argv;
const traff = path.resolve(program ?? "");
const seed = Number(seedGiven ?? Date.now() % 1_000_000);
const work = mkdtempSync(path.join(existsSync("/dev/shm") ? "/dev/shm" : os.tmpdir(), "traff-faults-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(2));

const NAME = { NAME: "Test", EMAIL: "t@example.org" };
const ENVIRONMENT = { PATH: process.env.PATH, HOME: work, LC_ALL: "C.UTF-8", GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
for (const who of ["AUTHOR", "COMMITTER"]) for (const [key, value] of Object.entries(NAME)) ENVIRONMENT[`GIT_${who}_${key}`] = value;

// What each call may answer when something is wrong below.
const READING = ["EIO", "EACCES", "ENOMEM"];
const WRITING = ["ENOSPC", "EIO", "EDQUOT"];
const ERRORS = {
  openat: ["EIO", "EMFILE", "EACCES", "ENOSPC"], open: READING, read: ["EIO", "EINTR"], pread64: ["EIO", "EINTR"],
  write: [...WRITING, "EINTR"], writev: WRITING, pwrite64: WRITING, close: ["EIO", "ENOSPC"], getdents64: ["EIO"], readlink: ["EIO", "EACCES"],
  fstat: ["EIO"], stat: READING, lstat: READING, newfstatat: READING, statx: READING, statfs: ["EIO"], fstatfs: ["EIO"],
  access: ["EIO", "EACCES"], faccessat: ["EIO", "EACCES"], faccessat2: ["EIO", "EACCES"], getcwd: ["ENOENT"], lseek: ["EIO"], fcntl: ["EBADF"],
  rename: WRITING, renameat: WRITING, renameat2: WRITING, link: ["EMLINK", ...WRITING], linkat: ["EMLINK", ...WRITING], symlink: WRITING, symlinkat: WRITING,
  mkdir: WRITING, mkdirat: WRITING, unlink: ["EIO", "EACCES"], unlinkat: ["EIO", "EACCES"], rmdir: ["EIO"], ftruncate: WRITING, fallocate: WRITING,
  fsync: ["EIO", "ENOSPC"], fdatasync: ["EIO", "ENOSPC"], syncfs: ["EIO", "ENOSPC"], chmod: ["EPERM"], fchmod: ["EPERM"], fchmodat: ["EPERM"],
  utimensat: ["EPERM"], flock: ["EINTR", "ENOLCK", "EWOULDBLOCK"], mmap: ["ENOMEM"], munmap: ["ENOMEM"], mprotect: ["ENOMEM"], madvise: ["EAGAIN"],
  brk: ["ENOMEM"], clone: ["EAGAIN"], clone3: ["EAGAIN", "ENOMEM"], getrandom: ["EAGAIN"], pipe2: ["EMFILE"], wait4: ["EINTR"],
};

const COMMANDS = {
  build: { args: ["build", "kurs", "--out", "ut"], result: (_, folder) => filesOf(folder, "ut") },
  check: { args: ["check", "kurs", "--format", "json"], result: (run) => run.code + run.stdout },
  publish: { args: ["publish", "kurs", "--to", "ut"], result: (_, folder) => filesOf(folder, "ut/current/"), flaw: flawOfRelease },
  branch: { args: ["publish", "kurs", "--branch", "webb"], result: filesOfBranch, flaw: flawOfRepository },
  pack: { args: ["pack", "kurs", "--out", "ut.zip"], result: (_, folder) => hash(readFileSync(path.join(folder, "ut.zip"))), flaw: flawOfCopy },
  rev: { args: ["build", "kurs", "--rev", "HEAD", "--out", "ut"], result: (_, folder) => filesOf(folder, "ut") },
};

const hash = (bytes) => createHash("sha1").update(bytes).digest("hex");
const say = (line) => process.stdout.write(line + "\n");

// The code is null when it was killed, as what lasts longer than the limit is.
function run(folder, program, args) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: folder, env: ENVIRONMENT, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const run = { said: "", stdout: "", hangs: false };
    const limit = setTimeout(() => { run.hangs = true; process.kill(-child.pid, "SIGKILL"); }, TIME_LIMIT_MS);
    child.stdout.on("data", (bytes) => { run.stdout += bytes; run.said += bytes; });
    child.stderr.on("data", (bytes) => { run.said += bytes; });
    child.on("close", (code) => { clearTimeout(limit); done({ ...run, code }); });
  });
}

async function must(folder, program, ...args) {
  const done = await run(folder, program, args);
  if (done.code !== 0) throw new Error(`${program} ${args.join(" ")}: ${done.said}`);
  return done.stdout;
}

// ---- what there is to look at

function filesOf(folder, name) {
  const top = path.join(folder, name);
  const lines = [];
  const walk = (below) => {
    for (const entry of readdirSync(path.join(top, below), { withFileTypes: true })) {
      const inside = path.join(below, entry.name);
      if (entry.isDirectory()) walk(inside);
      else if (entry.name !== ".traff-manifest.json") lines.push(`${inside} ${hash(readFileSync(path.join(top, inside)))}`);
    }
  };
  walk("");
  return lines.sort().join("\n");
}

async function filesOfBranch(_, folder) {
  const listed = await must(folder, "git", "-C", "kurs", "ls-tree", "-r", "webb");
  return listed.split("\n").filter((line) => !line.endsWith(".traff-manifest.json")).join("\n");
}

function flawOfRelease(folder) {
  const current = path.join(folder, "ut/current");
  if (!existsSync(current)) return "inget är publicerat (nothing is published)";
  const site = realpathSync(current);
  const outputs = JSON.parse(readFileSync(path.join(site, ".traff-manifest.json"), "utf8")).outputs;
  for (const [name, entry] of Object.entries(outputs)) {
    const file = path.join(site, name);
    const bytes = existsSync(file) ? readFileSync(file) : null;
    if (bytes === null || hash(Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes])) !== entry.slice(0, 40)) return `publicerad men inte hel (not whole): ${name}`;
  }
  return "";
}

async function flawOfRepository(folder) {
  const looked = await run(folder, "git", ["-C", "kurs", "fsck", "--strict", "--no-dangling"]);
  return looked.code === 0 && looked.said.trim() === "" ? "" : `git fsck: ${looked.said.slice(0, 100)}`;
}

async function flawOfCopy(folder) {
  const looked = await run(folder, traff, ["pack", "--verify", "ut.zip"]);
  return looked.code === 0 ? "" : `kopian är inte hel (the copy is not whole): ${looked.said}`;
}

// ---- a site with everything that is read in its own way

function writeCourse(folder) {
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const meeting = (number, day) => `# Träff ${number}\nDatum: ${day}\nTid: 9–16\nPlats: Kalmar\n\n## Inför träffen\n\nLäs [om](../om.md).\n`;
  write("content/index.md", "---\ntitel: Kursen\nadress: https://example.org/k\nändringar: ja\n---\n\nSe [nätverket](a/index.md).\n");
  write("content/a/index.md", "---\ntitel: Nätverket\nläsår: 2019/2020\n---\n\nHej.\n");
  for (const [number, day] of [[1, "10 oktober"], [2, "21 november"], [3, "16 januari"]]) write(`content/a/traffar/${number}.md`, meeting(number, day));
  write("content/a/om.md", "# Om oss\n\nText som är ny.\n");
  write("content/a/bort.md", "# Bort\n\nText.\n");
  write("content/fil.pdf", "%PDF-1.4 ".repeat(300));
  write("content/kladd/.gitignore", "deltagare.md\n");
  write("content/kladd/deltagare.md", "# Deltagare\n\nAnna.\n");
  write(".gitignore", "/content/lista.md\n");
  write("content/lista.md", "# Lista\n\nBo.\n");
  symlinkSync("om.md", path.join(folder, "content/a/lank.md"));
}

function commit(folder, day) {
  const dated = { ...ENVIRONMENT, GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` };
  for (const args of [["add", "-A"], ["commit", "-q", "-m", day]]) spawnSync("git", args, { cwd: folder, env: dated });
}

async function fillWorld(folder, command) {
  const course = path.join(folder, "kurs");
  mkdirSync(course, { recursive: true });
  await must(course, "git", "init", "-q", "-b", "main");
  writeCourse(course);
  commit(course, "2019-09-01");
  await must(course, "git", "repack", "-adq");
  appendFileSync(path.join(course, "content/a/traffar/2.md"), "\nTa med kaffe.\n");
  commit(course, "2019-12-01");
  await must(course, "git", "pack-refs", "--all");
  await must(folder, traff, ...command.args, "--jobs", "1");
  appendFileSync(path.join(course, "content/a/traffar/3.md"), "\nÄndrad rad.\n");
  rmSync(path.join(course, "content/a/bort.md"));
  writeFileSync(path.join(course, "content/a/ny.md"), "# Ny\n\nText.\n");
}

// A folder for one command, as it was before the run that is to fail.
class World {
  constructor(number, name) {
    this.name = name;
    this.command = COMMANDS[name];
    this.folder = path.join(work, `${number}-${name}`, "nu");
    this.before = path.join(work, `${number}-${name}`, "innan");
  }

  async make() {
    await fillWorld(this.folder, this.command);
    await must(work, "cp", "-a", this.folder, this.before);
    this.expected = await this.look(await this.runWhole(["--fresh"]));
    await this.reset();
    return this;
  }

  get args() { return [...this.command.args, "--jobs", "1"]; }
  runWhole(more = []) { return run(this.folder, traff, [...this.args, ...more]); }
  async look(done) { return this.command.result(done, this.folder); }

  async reset() {
    rmSync(this.folder, { recursive: true, force: true });
    await must(work, "cp", "-a", this.before, this.folder);
  }

  async count() {
    const counted = await countCalls(this.folder, this.args);
    await this.reset();
    return counted;
  }
}

// How often each call is made.
async function countCalls(folder, args) {
  const list = path.join(work, "count");
  await run(folder, "strace", ["-f", "-c", "-U", "name,calls", "-o", list, traff, ...args]);
  const lines = readFileSync(list, "utf8").split("\n").map((line) => line.trim().split(/\s+/));
  return new Map(lines.filter(([call, times]) => call in ERRORS && /^\d+$/.test(times ?? "")).map(([call, times]) => [call, Number(times)]));
}

// ---- one fault

async function runTraced(world, { call, error, nth }) {
  const list = `${world.folder}.calls`;
  const args = ["-f", "-qq", "--seccomp-bpf", "-o", list, "-e", `trace=${call}`, "-e", `inject=${call}:error=${error}:when=${nth}`, traff, ...world.args];
  const done = await run(world.folder, "strace", args);
  const hit = existsSync(list) ? readFileSync(list, "utf8").split("\n").find((line) => line.includes("(INJECTED)")) : "";
  return { ...done, hit: hit ?? "" };
}

const isLoader = (run) => run.code === 127 || /error while loading shared libraries|cannot allocate memory in static TLS|<jemalloc>/.test(run.said);
const isTold = (run) => /\bP7\b|behörighet saknas/.test(run.said);

async function flawOfRun(world, run) {
  if (run.hangs) return "hänger (hangs)";
  if (run.code === null || run.code > 2) return `slutade med (ended with) ${run.code}`;
  if (run.code === 2 && run.said.trim() === "") return "säger inget (says nothing)";
  if (/std::|terminate|Assertion|filesystem error/.test(run.said) && run.code !== 0 && !/bad_alloc/.test(run.said)) return "säger det inte begripligt (is not clear)";
  if (run.code === 0 && !isTold(run) && await world.look(run) !== world.expected) return "slutade med 0, men resultatet är inte det rätta (ended with 0, but the result is wrong)";
  return "";
}

async function flawAfter(world) {
  const whole = await world.command.flaw?.(world.folder);
  if (whole) return whole;
  const next = await world.runWhole();
  if (next.code === null || next.code > 1) return `nästa körning gick inte (the next run failed): ${next.said.slice(0, 160)}`;
  if (await world.look(next) !== world.expected) return "nästa körning gav inte det rätta (the next run did not give the right result)";
  return await world.command.flaw?.(world.folder) ?? "";
}

async function inject(world, fault) {
  await world.reset();
  const run = await runTraced(world, fault);
  if (isLoader(run)) return { skipped: true };
  let flaw = "";
  try {
    flaw = await flawOfRun(world, run) || await flawAfter(world);
  } catch (error) {
    flaw = `går inte att granska (cannot be examined): ${error.message.slice(0, 160)}`;
  }
  return { flaw, run };
}

// ---- all of them

function random(state) { // mulberry32
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled(list) {
  const draw = random(seed);
  for (let i = list.length - 1; i > 0; --i) {
    const j = Math.floor(draw() * (i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}

// Those of the loader, which come before the program's own, are not ours.
async function allFaults() {
  const ofLoader = await countCalls(work, ["--version"]);
  ofLoader.delete("write");
  const faults = [];
  for (const name of Object.keys(COMMANDS)) {
    for (const [call, times] of await (await new World(0, name).make()).count()) {
      const first = (ofLoader.get(call) ?? 0) + 1;
      for (const error of ERRORS[call]) for (let nth = first; nth <= times; ++nth) faults.push({ name, call, error, nth });
    }
  }
  return faults;
}

function report(fault, { flaw, run }) {
  say(`FEL: ${fault.name}, ${fault.call} ${fault.error} ${fault.nth}: ${flaw}`);
  say(`     ${run.hit.slice(0, 200)}`);
  say(`     ${run.code}: ${run.said.trim().slice(-240).replaceAll("\n", " ")}`);
}

async function runAll(faults) {
  const counts = { tried: 0, skipped: 0, failed: 0 };
  const work = async (number) => {
    const worlds = {};
    for (let fault = faults.pop(); fault; fault = faults.pop()) {
      worlds[fault.name] ??= await new World(number, fault.name).make();
      const result = await inject(worlds[fault.name], fault);
      if (++counts.tried % 1000 === 0) say(`${counts.tried} …`);
      if (result.skipped) ++counts.skipped;
      if (result.flaw) ++counts.failed, report(fault, result);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, os.cpus().length) }, (_, i) => work(i + 1)));
  return counts;
}

function mayTrace() {
  const tried = spawnSync("strace", ["-f", "-qq", "-o", "/dev/null", "-e", "inject=getcwd:error=EIO", "true"]);
  return tried.status === 0;
}

if (!program || !/^(all|\d+)$/.test(wanted)) {
  say("inject.mjs TRAFF all | N [SEED]");
  process.exit(2);
}
if (!mayTrace()) {
  say("fel i systemanrop: hoppas över, strace får inte följa program här (skipped, strace may not trace programs here)");
  process.exit(0);
}
const faults = await allFaults();
const chosen = shuffled([...faults]).slice(0, wanted === "all" ? faults.length : Number(wanted));
say(`fel i systemanrop (failing system calls): ${chosen.length} av ${faults.length}, frö (seed) ${seed}`);
const counts = await runAll(chosen);
say(`${counts.tried} prövade (tried), ${counts.skipped} innan programmet börjat (before the program began), ${counts.failed} fel (faults)`);
process.exit(counts.failed === 0 ? 0 : 1);
