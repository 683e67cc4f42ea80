// `traff serve` on any free port.
import { spawn } from "node:child_process";
import { TRAFF } from "./built_site.mjs";

export async function servePreview(content) {
  const serve = spawn(TRAFF, ["serve", content, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, LC_ALL: "C" } });
  const address = await new Promise((resolve, reject) => {
    serve.stdout.on("data", (text) => resolve(/http:\S+/.exec(text)[0]));
    serve.on("exit", () => reject(new Error("traff serve ended")));
  });
  return { address, stop: () => serve.kill("SIGINT") };
}
