import { constants } from "node:fs";
import { access, mkdir, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { notWritable } from "@suzheng/server";

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
  try {
    await writeFile(path, content);
  } catch (error) {
    const wayOut = {
      zh: "核对路径与权限，或换一个位置。",
      en: "Check the path and its permissions or choose another place.",
    };
    throw notWritable(error, { code: "output-file-not-writable", path, wayOut });
  }
}
