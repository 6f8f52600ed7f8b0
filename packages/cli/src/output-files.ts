import { constants } from "node:fs";
import { access, mkdir, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { CodedError, createDurably, notWritable } from "@suzheng/server";

/** Absolute path of a folder that is there and takes files; refused before anything is done. */
export async function readyFolder(folder: string): Promise<string> {
  const path = resolve(folder);
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK | constants.X_OK);
    return path;
  } catch (error) {
    const wayOut = {
      zh: "核对权限，或换一个文件夹。",
      en: "Check the permissions or choose another folder.",
    };
    throw notWritable(error, { code: "output-folder-not-writable", path, wayOut });
  }
}

/** Writes what a command was asked for. */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  await orNotWritable(path, () => writeFile(path, content));
}

/** The same where nothing may be overwritten, and what was written outlives a power cut. */
export async function createOutput(path: string, content: string): Promise<void> {
  if (await orNotWritable(path, () => createDurably(path, content))) return;
  throw new CodedError("output-file-exists", {
    detail: { zh: `文件 \`${path}\` 已经存在。`, en: `the file \`${path}\` is there already` },
    wayOut: { zh: "换一个文件名。", en: "Choose another name." },
  });
}

async function orNotWritable<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const wayOut = {
      zh: "核对路径与权限，或换一个位置。",
      en: "Check the path and its permissions or choose another place.",
    };
    throw notWritable(error, { code: "output-file-not-writable", path, wayOut });
  }
}
