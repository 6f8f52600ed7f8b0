import type { LocalText } from "@suzheng/api-contract";
import type { AccountCode } from "../../application/accounts/result.ts";

type Described = { status: number; title: string; detail: LocalText; wayOut: LocalText };

/** Refusals of accounts and workspaces as problems; part of `PROBLEMS`. */
export const ACCOUNT_PROBLEMS = {
  "session-missing": {
    status: 401,
    title: "not signed in",
    detail: { zh: "尚未登录，或登录已过期。", en: "you are not signed in, or no longer" },
    wayOut: { zh: "请登录。", en: "Sign in." },
  },
  "cross-site-request": {
    status: 403,
    title: "cross-site request",
    detail: {
      zh: "请求来自别的网站，未予执行。",
      en: "the request came from another site and was not carried out",
    },
    wayOut: {
      zh: "从本站页面操作；若经反向代理，请运营者把 SUZHENG_PUBLIC_URL 设为浏览器地址栏中的地址。",
      en: "Use this site's own pages. Behind a proxy, the operator sets SUZHENG_PUBLIC_URL to the address that browsers show.",
    },
  },
  "public-url-unset": {
    status: 403,
    title: "public address unset",
    detail: {
      zh: "未设置对外地址时，只能在本机登录。",
      en: "without a public address one can sign in on this machine only",
    },
    wayOut: {
      zh: "请运营者设置 SUZHENG_PUBLIC_URL，例如 https://suzheng.example。",
      en: "The operator sets SUZHENG_PUBLIC_URL, for example https://suzheng.example.",
    },
  },
  "not-a-member": {
    status: 403,
    title: "not a member",
    detail: { zh: "您在该机构没有角色。", en: "you hold no role at this institution" },
    wayOut: {
      zh: "选择您所属的机构，或向其管理员索取邀请。",
      en: "Choose an institution of yours, or ask its administrator for an invitation.",
    },
  },
  "role-insufficient": {
    status: 403,
    title: "role insufficient",
    detail: {
      zh: "您的角色不能进行此操作。",
      en: "your roles do not allow this",
    },
    wayOut: {
      zh: "请有相应角色的同事办理，或向管理员申请角色。",
      en: "Ask a colleague who may, or ask your administrator for the role.",
    },
  },
  "acting-for-missing": {
    status: 409,
    title: "no institution chosen",
    detail: {
      zh: "尚未选择代表哪个机构办理。",
      en: "it is not chosen for which institution you act",
    },
    wayOut: {
      zh: "在工作台选择机构，或发送 Suzheng-Acting-For。",
      en: "Choose one in the workspace, or send Suzheng-Acting-For.",
    },
  },
  "sign-in-refused": {
    status: 401,
    title: "sign-in refused",
    detail: {
      zh: "登录名、密码、验证码或通行密钥不正确。",
      en: "the name, the password, the code or the passkey is not right",
    },
    wayOut: {
      zh: "核对后重试；每个验证码只能用一次，请等下一个。丢失验证器时用恢复码。",
      en: "Check and try again; a code works once, so wait for the next. Without your authenticator use a recovery code.",
    },
  },
  "sign-in-limited": {
    status: 429,
    title: "too many attempts",
    detail: { zh: "尝试次数过多。", en: "there were too many attempts" },
    wayOut: {
      zh: "按 Retry-After 所示时间后再试，或用通行密钥登录。",
      en: "Try again after the time in Retry-After, or sign in with a passkey.",
    },
  },
  "recent-sign-in-needed": {
    status: 403,
    title: "recent sign-in needed",
    detail: {
      zh: "登录已超过 30 分钟，不能更改登录方式。",
      en: "you signed in more than 30 minutes ago, too long for changing how you sign in",
    },
    wayOut: { zh: "重新登录后再改。", en: "Sign in again, then change it." },
  },
  "passkey-site-missing": {
    status: 409,
    title: "no passkeys at this address",
    detail: {
      zh: "通行密钥不能用于 IP 地址形式的网址。",
      en: "passkeys do not work at an address that is a number",
    },
    wayOut: {
      zh: "本机请打开 http://localhost；对外服务请设置 SUZHENG_PUBLIC_URL。",
      en: "On this machine open http://localhost; for others set SUZHENG_PUBLIC_URL.",
    },
  },
  "passkey-refused": {
    status: 409,
    title: "passkey refused",
    detail: {
      zh: "通行密钥的登记不完整、已过期，或未验证本人。",
      en: "the passkey's registration is incomplete, over, or did not verify the person",
    },
    wayOut: { zh: "重新开始登记。", en: "Begin the registration again." },
  },
  "passkey-known": {
    status: 409,
    title: "passkey known",
    detail: { zh: "此通行密钥已登记过。", en: "this passkey is registered already" },
    wayOut: { zh: "用另一个设备或密钥。", en: "Use another device or key." },
  },
  "passkey-unknown": {
    status: 404,
    title: "passkey unknown",
    detail: { zh: "您没有这样的通行密钥。", en: "you have no such passkey" },
    wayOut: {
      zh: "先在“我的账户”登记通行密钥。",
      en: "Register a passkey in your account first.",
    },
  },
  "last-means-of-sign-in": {
    status: 409,
    title: "last means of sign-in",
    detail: {
      zh: "删除后您将无法登录。",
      en: "without it you could no longer sign in",
    },
    wayOut: {
      zh: "先登记另一个通行密钥，或设置密码。",
      en: "Register another passkey or set a password first.",
    },
  },
  "totp-refused": {
    status: 409,
    title: "code refused",
    detail: {
      zh: "验证码不正确，或验证器的登记已过期。",
      en: "the code is not right, or the authenticator's enrolment is over",
    },
    wayOut: {
      zh: "核对手机时间，输入当前的验证码；仍不行请重新登记。",
      en: "Check the phone's clock and type the present code, or enrol again.",
    },
  },
  "password-missing": {
    status: 409,
    title: "no password",
    detail: { zh: "您没有设置密码。", en: "you have no password" },
    wayOut: {
      zh: "恢复码用于密码登录；先设置密码。",
      en: "Recovery codes belong to a password; set one first.",
    },
  },
  "password-too-weak": {
    status: 409,
    title: "password too weak",
    detail: { zh: "这个密码容易被猜到。", en: "this password is easily guessed" },
    wayOut: {
      zh: "至少 12 个字符，不含登录名和常见词，例如几个不相关的词。",
      en: "Twelve characters or more, without your name and usual words; some unrelated words, for example.",
    },
  },
  "sign-in-name-taken": {
    status: 409,
    title: "name taken",
    detail: { zh: "这个登录名已有人用。", en: "somebody has this sign-in name" },
    wayOut: {
      zh: "换一个；若是您本人的账户，请登录后接受邀请。",
      en: "Choose another. If it is yours, sign in and accept the invitation there.",
    },
  },
  "invitation-unknown": {
    status: 404,
    title: "invitation unknown",
    detail: {
      zh: "邀请不存在、已使用、已撤回或已过期。",
      en: "the invitation is unknown, used, withdrawn or over",
    },
    wayOut: { zh: "请管理员重新邀请。", en: "Ask the administrator for another." },
  },
  "session-unknown": {
    status: 404,
    title: "session unknown",
    detail: { zh: "您没有这个登录会话。", en: "you have no such session" },
    wayOut: { zh: "刷新列表。", en: "Load the list again." },
  },
  "member-unknown": {
    status: 404,
    title: "member unknown",
    detail: { zh: "该机构没有这位成员。", en: "this institution has no such member" },
    wayOut: { zh: "刷新列表。", en: "Load the list again." },
  },
  "last-administrator": {
    status: 409,
    title: "last administrator",
    detail: {
      zh: "机构至少要有一名管理员。",
      en: "an institution keeps at least one administrator",
    },
    wayOut: {
      zh: "先任命另一名管理员。",
      en: "Appoint another administrator first.",
    },
  },
  "role-not-for-institution": {
    status: 409,
    title: "role not for this institution",
    detail: {
      zh: "这类机构没有该角色。",
      en: "institutions of this kind do not have this role",
    },
    wayOut: {
      zh: "规则管理与质量负责人属于认证机构，备案审查属于监管部门。",
      en: "Rule managers and quality-responsible persons work at certification bodies, reviewers at regulators.",
    },
  },
  "organisation-unknown": {
    status: 404,
    title: "organisation unknown",
    detail: { zh: "没有这个机构。", en: "there is no such institution" },
    wayOut: { zh: "请运营者先登记。", en: "Ask the operator to register it first." },
  },
  "own-account": {
    status: 409,
    title: "own account",
    detail: { zh: "这是您自己的账户。", en: "this is your own account" },
    wayOut: {
      zh: "在“登录凭据”页更换登录方式，或抹除账户。",
      en: "Change how you sign in, or erase the account, in My credentials.",
    },
  },
  "works-elsewhere": {
    status: 409,
    title: "works elsewhere too",
    detail: {
      zh: "这位成员还在其他机构办事，本机构不能单独处置其账户。",
      en: "this member works for other institutions too, so none of them may do this alone",
    },
    wayOut: {
      zh: "请平台运营者办理（suzheng account）；只想让其离开本机构，请用“移出”。",
      en: "Ask the operator of the platform (suzheng account). To end their work here, remove them.",
    },
  },
  "confirmation-differs": {
    status: 409,
    title: "confirmation differs",
    detail: {
      zh: "输入的登录名与该账户的不同，什么都没有改变。",
      en: "what was typed is not the account's sign-in name; nothing was changed",
    },
    wayOut: { zh: "照样输入登录名。", en: "Type the sign-in name as it is." },
  },
  "institution-not-reporting": {
    status: 409,
    title: "institution does not report",
    detail: {
      zh: "报送由认证机构办理，您代表的不是已接入的认证机构。",
      en: "certification bodies report, and you act for no connected one",
    },
    wayOut: { zh: "改为代表认证机构。", en: "Act for a certification body." },
  },
  "signature-refused": {
    status: 409,
    title: "signature refused",
    detail: {
      zh: "签名与内容、本人或本站不符，或已过期。",
      en: "the signature does not fit the content, the person or this site, or is over",
    },
    wayOut: { zh: "重新签名。", en: "Sign again." },
  },
} as const satisfies Record<AccountCode | "cross-site-request" | "public-url-unset", Described>;
