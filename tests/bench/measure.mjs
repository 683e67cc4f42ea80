// What one run of a command costs, by the small program measure.cpp.
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import path from "node:path";

const SOURCE = new URL("measure.cpp", import.meta.url).pathname;

export class Meter {
  #program;
  #folder;

  // The program that the project has built, or else one compiled here and now.
  constructor(repository, folder) {
    const built = path.join(repository, "build", "traff-measure");
    this.#folder = folder;
    this.#program = existsSync(built) ? built : compile(path.join(folder, "traff-measure"));
  }

  // Seconds and megabytes (10⁶ bytes); `said` is all that the command printed.
  measure({ program, args, cwd, env }) {
    const result = path.join(this.#folder, "result.json");
    const log = path.join(this.#folder, "log.txt");
    const descriptor = openSync(log, "w");
    const { status } = spawnSync(this.#program, [result, program, ...args], {
      cwd, env: { ...process.env, ...env }, stdio: ["ignore", descriptor, descriptor],
    });
    closeSync(descriptor);
    const said = readFileSync(log, "utf8");
    if (status !== 0) throw new Error(`traff-measure failed: ${said}`);
    const { wall, user, sys, peak_kib, exit } = JSON.parse(readFileSync(result, "utf8"));
    return { wall, user, sys, cpu: user + sys, peak: peak_kib * 1024 / 1e6, exit, said };
  }
}

function compile(program) {
  const { status, stderr, error } = spawnSync("c++", ["-std=c++20", "-O2", SOURCE, "-o", program], { encoding: "utf8" });
  if (status !== 0) throw new Error(`build/traff-measure is missing and does not compile: ${stderr ?? error}`);
  return program;
}
