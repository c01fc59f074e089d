// A Chromium that is installed here; where there is none, or where npm ci has not run, the tests skip and say so.
import { existsSync } from "node:fs";
import path from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function findBrowser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file));
}

const executablePath = findBrowser();
const driver = await import("playwright-core").catch(() => undefined);

export const whySkipped = !driver ? "The packages of tests/browser are not installed: run `npm ci` there."
  : !executablePath ? "No Chromium is installed, and CHROMIUM names none."
  : false;

// Debian's Chromium as root, as in a container, has no sandbox of its own.
export const launch = () => driver.chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
