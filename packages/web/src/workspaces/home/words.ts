export const words = {
  title: { zh: "今天", en: "Today" },
  lead: (name: string) => ({ zh: `您代表${name}办事。`, en: `You act for ${name}.` }),
  unread: (count: number) => ({
    zh: `收件箱有 ${count} 条未读的消息`,
    en: count === 1 ? "1 unread message in the inbox" : `${count} unread messages in the inbox`,
  }),
  places: { zh: "可以从这里开始", en: "Where to begin" },
  passkeyMissing: { zh: "您还没有通行密钥", en: "You have no passkey yet" },
  passkeyMissingWay: {
    zh: "签署要用通行密钥。先在这台设备上建立一个，只需一分钟。",
    en: "Signing needs one. Create it on this device first; it takes a minute.",
  },
  toPasskey: { zh: "建立通行密钥", en: "Create a passkey" },
};
