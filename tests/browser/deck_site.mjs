// Presentations to show, built with build/traff into a folder that goes away with the process.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { TRAFF } from "./built_site.mjs";

const FOLDER = mkdtempSync(path.join(os.tmpdir(), "träff deck "));
process.on("exit", () => rmSync(FOLDER, { recursive: true, force: true }));
export const DECK_SITE = path.join(FOLDER, "site");

function write(file, text) {
  const full = path.join(FOLDER, "content", file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
}

const points = (count) => Array.from({ length: count }, (_, index) => `- punkt ${index + 1}, en rad med många ord i`).join("\n");

write("index.md", "# Nätverket\nLäsår: 2019/2020\n\nVälkommen!\n");
write("traffar/3.md", "# Träff 3: Kvalitet\nDatum: 17 januari\n\nSe [bilderna](../presentationer/perspektiv.md).\n");
write("presentationer/ring.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><circle cx="20" cy="15" r="9"/></svg>');
write("presentationer/perspektiv.md", `---
titel: Perspektiv på lärarledarskap
föreläsare: Daniel Alvunger
träff: 3
---

Anteckningar:
Hälsa alla välkomna.

---

# Fyra frågor

::: cykel
1. Var är vi?
2. Vart ska vi?
3. Hur gör vi?
4. Hur blev det?
:::

Anteckningar:
Stanna vid den första frågan.

---

# Vad behövs?

## Hos dig

- mod att fråga

## På skolan

- tid i schemat

Anteckningar:
Jämför Träff 3.

---

# Figuren

![En ring](ring.svg)

Figur: En ring.

Källa: Egen bild.

---

# Full bild

${points(18)}

---

# Överfull bild

${points(60)}

---

Utan rubrik.
`);
write("presentationer/stor.md", `# Stor\n\n${Array.from({ length: 199 }, (_, index) =>
  `## Rubrik ${index + 2}\n\n${points(5)}\n\nAnteckningar:\nNågra ord.\n`).join("\n")}`);
write("presentationer/ensam.md", "Bara en mening.\n");

execFileSync(TRAFF, ["build", path.join(FOLDER, "content"), "--out", DECK_SITE, "--quiet"]);

export const SLIDES = 7;
export const deckOnDisk = (name) => pathToFileURL(path.join(DECK_SITE, "presentationer", `${name}.html`)).href;
