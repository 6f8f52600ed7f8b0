export const words = {
  title: { zh: "登录工作台", en: "Sign in to the workspace" },
  lead: {
    zh: "认证机构、监管部门与认可机构的人员在这里办事。查证书不用登录。",
    en: "For the staff of certification bodies, regulators and accreditation bodies. Looking up certificates needs no sign-in.",
  },
  byPasskey: { zh: "用通行密钥登录", en: "Sign in with a passkey" },
  passkeyNote: {
    zh: "用本机的指纹、面容或安全密钥确认，不用输入任何东西。",
    en: "Confirm with this device's fingerprint, face or security key; nothing to type.",
  },
  passkeyNeedsName: {
    zh: "通行密钥只认域名，不认数字地址。",
    en: "Passkeys are bound to names, not to numeric addresses.",
  },
  openByName: { zh: "改用 localhost 打开", en: "Open as localhost instead" },
  byPassword: { zh: "用密码和验证码登录", en: "Sign in with password and code" },
  signInName: { zh: "登录名", en: "Sign-in name" },
  password: { zh: "密码", en: "Password" },
  totp: { zh: "验证码", en: "Code" },
  totpHint: { zh: "验证器应用里的 6 位数字", en: "Six digits from your authenticator app" },
  recovery: { zh: "恢复码", en: "Recovery code" },
  recoveryHint: {
    zh: "开通时保存的恢复码，每个只能用一次",
    en: "Saved when you enrolled; each works once",
  },
  useRecovery: { zh: "手机不在身边？改用恢复码", en: "Phone not at hand? Use a recovery code" },
  useTotp: { zh: "改用验证器的验证码", en: "Use the authenticator's code" },
  signIn: { zh: "登录", en: "Sign in" },
  fillAll: { zh: "请填写这一项。", en: "Please fill this in." },
  linkTitle: { zh: "用一次性链接登录", en: "Sign in with a one-time link" },
  linkLead: {
    zh: "这个链接只能用一次。按下按钮即以链接所属的演示人员登录。",
    en: "This link works once. The button signs you in as the demonstration person it belongs to.",
  },
  linkUse: { zh: "使用这个链接", en: "Use this link" },
  linkUsed: {
    zh: "这个链接已经用过，或不完整。",
    en: "This link was used before, or is not whole.",
  },
  linkUsedWay: {
    zh: "重新启动演示服务会打印新的链接；已建立通行密钥或密码的，可以直接登录。",
    en: "Starting the demonstration again prints new ones; with a passkey or a password you can sign in.",
  },
  already: { zh: "您已登录为", en: "You are signed in as" },
  goOn: { zh: "进入工作台", en: "Go to the workspace" },
  noAccount: {
    zh: "没有账号？账号由机构的管理员邀请开通。",
    en: "No account? An institution's administrator invites you.",
  },
};
