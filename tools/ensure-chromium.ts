import { spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants } from "node:fs";

const PROGRAMS = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const PACKAGES = ["chromium", "fonts-noto-cjk"];

export type Chromium = { path: string } | { path: null; problem: string };

/**
 * Path of a Chromium for the browser tests: `SUZHENG_CHROMIUM`, one on the PATH, or installed by
 * apt-get where that is allowed. Null when there is none; the message to show stands in `problem`.
 */
export async function ensureChromium(): Promise<Chromium> {
  const present = findChromium();
  if (present !== null) return { path: present };
  if (process.getuid?.() === 0 && findProgram("apt-get") !== null) {
    console.log(`installing ${PACKAGES.join(" and ")} for the browser tests`);
    await installPackages();
    const installed = findChromium();
    if (installed !== null) return { path: installed };
  }
  const problem =
    "the browser tests need Chromium and a Chinese font: " +
    `\`sudo apt-get install ${PACKAGES.join(" ")}\`, or set SUZHENG_CHROMIUM to the program`;
  return { path: null, problem };
}

function findChromium(): string | null {
  const chosen = process.env.SUZHENG_CHROMIUM;
  if (chosen !== undefined && chosen !== "") return chosen;
  return PROGRAMS.map(findProgram).find((path) => path !== null) ?? null;
}

function findProgram(name: string): string | null {
  const folders = (process.env.PATH ?? "").split(":").filter((folder) => folder !== "");
  return folders.map((folder) => `${folder}/${name}`).find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function installPackages(): Promise<void> {
  const run = async (...rest: string[]): Promise<void> => {
    const child = spawn("apt-get", ["-q", "-o", "DPkg::Lock::Timeout=300", ...rest], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    const [exitCode] = await once(child, "close");
    // Nobody is harmed: the caller looks again and says what is missing.
    if (exitCode !== 0) console.log(`apt-get ${rest[0]} ended with ${exitCode}`);
  };
  await run("update");
  await run("install", "-y", "--no-install-recommends", ...PACKAGES);
}

if (import.meta.main) {
  const chromium = await ensureChromium();
  console.log(chromium.path ?? chromium.problem);
  process.exitCode = chromium.path === null ? 1 : 0;
}
