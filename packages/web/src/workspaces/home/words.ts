export const words = {
  title: { zh: "今天", en: "Today" },
  lead: (name: string) => ({ zh: `您代表${name}办事。`, en: `You act for ${name}.` }),
  waiting: (unread: number) => ({
    zh: unread === 0 ? "等着处理的" : `等着处理的（未读 ${unread} 条）`,
    en: unread === 0 ? "What waits" : `What waits (${unread} unread)`,
  }),
  nothingWaits: { zh: "今天没有等着处理的期限。", en: "No deadline waits today." },
  allMessages: { zh: "收件箱里的全部消息", en: "All messages in the inbox" },
  filings: (count: number) => ({
    zh: `待审核的规则备案（${count} 项）`,
    en: `Rule filings to review (${count})`,
  }),
  noFilings: { zh: "今天没有待审核的规则备案。", en: "No filing waits for review today." },
  toReview: { zh: "打开审核台", en: "Open the review desk" },
  places: { zh: "可以从这里开始", en: "Where to begin" },
  passkeyMissing: { zh: "您还没有通行密钥", en: "You have no passkey yet" },
  passkeyMissingWay: {
    zh: "签署要用通行密钥。先在这台设备上建立一个，只需一分钟。",
    en: "Signing needs one. Create it on this device first; it takes a minute.",
  },
  toPasskey: { zh: "建立通行密钥", en: "Create a passkey" },
};
