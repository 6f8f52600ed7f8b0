export const words = {
  recover: { zh: "恢复登录", en: "Restore sign-in" },
  recoverAsk: {
    zh: "为这位成员生成新的登录链接？",
    en: "Make a new sign-in link for this member?",
  },
  recoverNote: {
    zh: "其通行密钥、密码和会话立即失效，只能用新链接登录。请当面或以可信方式核实是本人。",
    en: "Their passkeys, password and sessions stop working at once; only the new link lets them in. First make sure that it is them.",
  },
  linkTitle: {
    zh: "恢复登录的链接（只显示这一次）",
    en: "Link to restore sign-in (shown only now)",
  },
  erase: { zh: "抹除账户", en: "Erase the account" },
  eraseNote: {
    zh: "姓名、登录名、凭据和登录地址将被抹除，不能恢复。在案的行为仍然有效，只留账户编号。",
    en: "Name, sign-in name, credentials and addresses are erased for good. What is on record stays valid and keeps the account's number only.",
  },
  eraseOwn: { zh: "抹除我的账户", en: "Erase my account" },
  confirmLabel: (name: string) => ({
    zh: `照样输入登录名 ${name} 以确认`,
    en: `To confirm, type the sign-in name ${name}`,
  }),
  erased: { zh: "已抹除", en: "erased" },
  operator: { zh: "平台运营者", en: "the operator" },
  noticeTitle: { zh: "您的登录方式被重置过", en: "Your means of signing in were reset" },
  noticeText: (by: string, at: string) => ({
    zh: `${by} 于 ${at} 重置了您的登录方式。若不是您要求的，请立即联系该管理员和平台运营者。`,
    en: `${by} reset them at ${at}. If you did not ask for it, tell the administrator and the operator at once.`,
  }),
  seen: { zh: "我知道了", en: "I have seen this" },
  acts: { zh: "账户处置", en: "Acts on accounts" },
  noActs: { zh: "没有账户被恢复或抹除。", en: "No account was restored or erased." },
};

export const actNames = {
  "recovery-begun": { zh: "重置登录方式", en: "sign-in reset" },
  recovered: { zh: "以链接恢复登录", en: "restored by link" },
  erased: { zh: "抹除账户", en: "account erased" },
};
