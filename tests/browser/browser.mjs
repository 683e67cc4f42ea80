// Debian's Chromium, and pages in it that remember what went wrong and whom they asked.
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

const FONTS = fileURLToPath(new URL("fonts.conf", import.meta.url));

export const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: QUIET, env: { ...process.env, FONTCONFIG_FILE: FONTS } });
after(() => browser.close());

export const PHONE = { width: 320, height: 640 };
export const DESK = { width: 1280, height: 900 };

// options: of Playwright's newContext, and `today`, the day the page takes it to be.
export async function openPage(address, { today, ...options } = {}) {
  const context = await browser.newContext({ locale: "sv-SE", timezoneId: "Europe/Stockholm",
    reducedMotion: "reduce", viewport: DESK, ...options });
  const page = await context.newPage();
  if (today) await page.clock.setFixedTime(new Date(`${today}T09:30:00`));
  page.complaints = [];
  page.requests = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.complaints.push(message.text());
  });
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("requestfailed", (request) => {
    const why = request.failure().errorText;  // aborted: the reader went on to another page
    if (why !== "net::ERR_ABORTED") page.complaints.push(`${request.url()}: ${why}`);
  });
  page.on("request", (request) => page.requests.push(request.url()));
  await page.goto(address);
  return page;
}

export async function withPage(address, options, work) {
  const page = await openPage(address, options);
  try {
    return await work(page);
  } finally {
    await page.context().close();
  }
}
