import type { Damage, DamageKind } from "../../application/fsck.ts";

/** What each kind of damage means, for the operator. */
const WORDS: Record<DamageKind, { zh: string; en: string }> = {
  "entry-gap": { zh: "记录序号不连续", en: "the entries are not contiguous" },
  "entry-text": {
    zh: "记录正文与其叶哈希不符",
    en: "the text of an entry does not hash to its leaf hash",
  },
  "leaf-hash": {
    zh: "叶哈希与记录正文不符",
    en: "a leaf hash is not that of its entry",
  },
  "entry-malformed": { zh: "记录不是规范的条目", en: "an entry is not well formed" },
  "entry-columns": { zh: "记录的列与正文不符", en: "an entry's columns contradict its text" },
  "stream-chain": { zh: "记录链断裂", en: "the chain of a stream is broken" },
  "log-time": {
    zh: "记录的时间早于前一条",
    en: "an entry says a time before that of the one before it",
  },
  "log-head": { zh: "日志头与记录不符", en: "the head of the log is not that of its entries" },
  bundle: { zh: "已发布的记录包有误", en: "a published entry bundle is wrong" },
  tile: { zh: "已发布的哈希瓦片有误", en: "a published tile is wrong" },
  "published-tree": {
    zh: "发布状态与记录不符",
    en: "the published tree is not that of the entries",
  },
  "map-root": { zh: "映射根有误", en: "the map root is wrong" },
  "map-tile": { zh: "映射瓦片有误", en: "a map tile is wrong" },
  checkpoint: { zh: "检查点有误", en: "a checkpoint is wrong" },
  "last-signed": {
    zh: "与最后签署的状态不符",
    en: "the log contradicts what was signed last",
  },
  "log-key": {
    zh: "日志密钥缺失或已被替换，须从备份恢复（见 docs/operating/keys.md）",
    en: "the key of a log is lost or replaced; put it back, see docs/operating/keys.md",
  },
  request: { zh: "请求记录有误", en: "a recorded request is wrong" },
  "directory-note": { zh: "目录的记载有误", en: "a note of the directory is wrong" },
  "logs-root": { zh: "目录的日志映射根有误", en: "the directory's map of logs is wrong" },
  opening: { zh: "个人信息与承诺值不符", en: "a value does not open its commitment" },
  "stream-state": { zh: "状态表与记录不符", en: "a stream's state is not that of its entries" },
  certificate: { zh: "证书表与记录不符", en: "a certificate's row is not that of its entries" },
  participation: {
    zh: "审核参与表与记录不符",
    en: "a participation's row is not that of its entries",
  },
  rule: { zh: "规则表与记录不符", en: "a row of a rule is not that of its entries" },
  "rule-index": {
    zh: "规则检索索引与记录不符",
    en: "the search for rules is not that of the entries",
  },
  pause: { zh: "期限暂停表与记录不符", en: "a pause of deadlines is not that of its entries" },
  obligation: { zh: "义务表与记录不符", en: "an obligation rests on no entry" },
  evidence: { zh: "证据文件缺失或有误", en: "evidence is missing or wrong" },
  institution: { zh: "机构表与记录不符", en: "an institution's row is not that of its entries" },
};

/** Keeps what is found, the first ones whole, the rest only counted. */
export type Damages = {
  readonly list: Damage[];
  readonly count: number;
  add(kind: DamageKind, found: Omit<Damage, "kind" | "message">): void;
  /** Takes over what another part found. */
  addAll(other: Pick<Damages, "list" | "count">): void;
};

export function collectDamages(limit: number): Damages {
  const list: Damage[] = [];
  let count = 0;
  return {
    list,
    get count() {
      return count;
    },
    add(kind, damage) {
      count += 1;
      if (list.length >= limit) return;
      const { zh, en } = WORDS[kind];
      const { log, where, expected, found } = damage;
      const message = {
        zh: `${zh}：\`${log}\` ${where}，应为 ${expected}，实为 ${found}`,
        en: `${en}: \`${log}\` ${where}, expected ${expected}, found ${found}`,
      };
      list.push({ kind, ...damage, message });
    },
    addAll(other) {
      count += other.count;
      list.push(...other.list.slice(0, Math.max(0, limit - list.length)));
    },
  };
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Where two byte strings part, for a message. */
export function difference(
  expected: Uint8Array,
  found: Uint8Array,
): { expected: string; found: string } {
  let at = 0;
  while (at < expected.length && at < found.length && expected[at] === found[at]) at += 1;
  const show = (bytes: Uint8Array) =>
    at < bytes.length ? `0x${hex(bytes.subarray(at, at + 8))}…` : "nothing";
  return {
    expected: `${expected.length} bytes, ${show(expected)} at byte ${at}`,
    found: `${found.length} bytes, ${show(found)}`,
  };
}
