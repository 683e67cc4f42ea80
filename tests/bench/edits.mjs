// One edited page as a new process, and a build where nothing changed. Only Träff has such a thing on disk.
import { appendFileSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";

const TIMES = 5;

export function measureEdits({ tool, meter, folders, corpus, where, pages }) {
  const content = folders.copy(corpus.folder);
  const out = folders.fresh(where);
  const build = (fresh) => checked(meter.measure(tool.command({ content, out, fresh, pages })));
  build(true);
  const page = someMeeting(content);
  const edits = Array.from({ length: TIMES }, (_, time) => {
    const word = `provord${time}`;
    appendFileSync(path.join(content, page), `\nDet här är ${word}.\n`);
    const run = build(false);
    const shown = readFileSync(path.join(out, page.replace(/\.md$/, ".html")), "utf8").includes(word);
    if (!shown) throw new Error(`${page} was edited, but the site does not show it`);
    return run;
  });
  const nothing = Array.from({ length: TIMES }, () => build(false));
  folders.done(out, where);
  return { edits, nothing };
}

function checked(run) {
  if (run.exit !== 0) throw new Error(`a build ended with ${run.exit}: ${run.said.slice(-500)}`);
  const { said, ...figures } = run;
  return figures;
}

function someMeeting(content) {
  const meetings = readdirSync(content, { recursive: true }).filter((file) => /traffar\/3-.*\.md$/.test(file)).sort();
  return meetings[meetings.length >> 1];
}
