import type { RestoreRefusal } from "@suzheng/server";

type Words = { zh: string; en: string };

/** `found` of the refusal is said beside. */
export const RESTORE_REFUSALS: Readonly<Record<RestoreRefusal, { detail: Words; wayOut: Words }>> =
  {
    "published-missing": {
      detail: {
        zh: "缺少恢复所需的已发布文件，或文件不完整",
        en: "a published file that is needed is missing or not whole",
      },
      wayOut: {
        zh: "用 --from 指定另一份完整的副本（其中有 log/ 文件夹），例如镜像站的；没有写入任何内容。",
        en: "Name a whole copy with --from (a folder with log/ in it), a mirror's for instance; nothing was written.",
      },
    },
    "published-differs": {
      detail: {
        zh: "已发布的文件接不上数据库中的记录，或者不是所签名的内容",
        en: "the published entries do not lead from those in the database to what was signed",
      },
      wayOut: {
        zh: "用 --from 换一份副本再试；仍然如此，则数据库含有从未签名的记录，请恢复更早的备份。没有写入任何内容。",
        en: "Try another copy with --from; if it stays so, the database holds acts that were never signed: restore an earlier backup. Nothing was written.",
      },
    },
    "checkpoint-not-ours": {
      detail: {
        zh: "检查点不是由该日志的密钥签名的",
        en: "a checkpoint is not signed by the key of its log",
      },
      wayOut: {
        zh: "核对 --from 是否为本平台的副本；没有写入任何内容。",
        en: "Check that --from is a copy of this installation's files; nothing was written.",
      },
    },
    "log-key-missing": {
      detail: {
        zh: "该日志的密钥不在数据文件夹中",
        en: "the key of the log is not in the data folder",
      },
      wayOut: {
        zh: "先从备份恢复 keys/ 文件夹；没有写入任何内容。",
        en: "First put the keys/ folder back from a backup; nothing was written.",
      },
    },
  };
