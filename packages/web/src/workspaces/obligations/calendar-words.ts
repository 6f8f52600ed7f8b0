export const words = {
  calendar: { zh: "日历订阅", en: "Calendar" },
  calendarNote: {
    zh: "把期限订阅到您的日历。知道地址的人都能读到，请不要转发；停用后立即失效。",
    en: "Subscribe to the deadlines in your calendar. Whoever knows the address can read them; revoking it ends that at once.",
  },
  makeFeed: { zh: "新建日历地址", en: "Make an address" },
  feedMade: { zh: "日历地址（只显示这一次）", en: "Calendar address (shown only now)" },
  revokeFeed: { zh: "停用", en: "Revoke" },
  revokeFeedAsk: { zh: "停用这个日历地址？", en: "Revoke this address?" },
  madeAt: { zh: "建于", en: "Made" },
};
