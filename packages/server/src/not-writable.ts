import { CodedError } from "./application/coded-error.ts";

type Words = { zh: string; en: string };

/** What the system says of a path that it does not let be written, and a person can mend. */
const REASONS: Readonly<Record<string, Words>> = {
  EACCES: { zh: "没有写入权限", en: "no permission to write there" },
  EPERM: { zh: "没有写入权限", en: "no permission to write there" },
  EROFS: { zh: "文件系统是只读的", en: "the file system is read-only" },
  ENOENT: { zh: "所在的文件夹不存在", en: "its folder does not exist" },
  ENOTDIR: { zh: "路径中有一段是文件，不是文件夹", en: "a part of the path is a file" },
  EEXIST: { zh: "那里是一个文件，不是文件夹", en: "it is a file, not a folder" },
  EISDIR: { zh: "那是一个文件夹，不是文件", en: "it is a folder, not a file" },
  ENOSPC: { zh: "磁盘已满", en: "the disk is full" },
  EDQUOT: { zh: "磁盘配额已用完", en: "the disk quota is used up" },
};

export type Unwritable = { code: string; path: string; wayOut: Words };

/** The refusal for a path that cannot be written; any other fault as it is. */
export function notWritable(error: unknown, { code, path, wayOut }: Unwritable): unknown {
  const reason = error instanceof Error && "code" in error ? REASONS[String(error.code)] : null;
  if (!reason) return error;
  const detail = {
    zh: `不能写入 \`${path}\`：${reason.zh}。`,
    en: `cannot write \`${path}\`: ${reason.en}`,
  };
  return new CodedError(code, { detail, wayOut }, { cause: error });
}
