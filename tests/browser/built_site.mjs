// The site of content/, built with build/traff into a folder that goes away with the process.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const CHECKOUT = fileURLToPath(new URL("../../", import.meta.url));
export const TRAFF = process.env.TRAFF ?? path.join(CHECKOUT, "build", "traff");
export const SITE = mkdtempSync(path.join(os.tmpdir(), "träff site "));
process.on("exit", () => rmSync(SITE, { recursive: true, force: true }));
execFileSync(TRAFF, ["build", path.join(CHECKOUT, "content"), "--out", SITE, "--quiet"]);

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(full) : [full];
  });
}

export const FILES = filesUnder(SITE).map((full) => path.relative(SITE, full).split(path.sep).join("/")).sort();
export const PAGES = FILES.filter((file) => file.endsWith(".html"));
export const onDisk = (page) => pathToFileURL(path.join(SITE, page)).href;

// Pages that the tests speak of by what they are.
export const NETWORK = "larledarskap-2019-2020/index.html";
export const LETTER = "larledarskap-2019-2020/valkomstbrev.html";
export const FORM = "larledarskap-2019-2020/mallar/protokoll.html";
export const LONG_PRESENTATION = "larledarskap-2019-2020/presentationer/3-perspektiv-pa-lararledarskap.html";
export const DATED_NETWORK = "soderhamn-2022-2023/index.html";
export const MEETING = "larledarskap-2019-2020/traffar/3-systematiskt-kvalitetsarbete.html";
