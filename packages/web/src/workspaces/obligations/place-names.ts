/** Apart from the pages' words, which are loaded with the pages. */
export const placeNames = {
  inbox: { zh: "收件箱", en: "Inbox" },
  obligations: { zh: "到期事项", en: "Deadlines" },
  tolling: { zh: "期限暂停", en: "Pauses of deadlines" },
  whatIf: { zh: "历史试算", en: "What-if" },
};
