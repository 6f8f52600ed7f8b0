import type { Problem } from "@suzheng/api-contract";
import { CodedError } from "@suzheng/server";

export type ApiServer = { server: string; token?: string | undefined };

/** Asks a running server; its problem bodies become coded errors, an unreachable server too. */
export async function askServer(
  { server, token }: ApiServer,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const headers = { ...authorization, ...init.headers };
  let response: Response;
  try {
    response = await fetch(new URL(path, server), { ...init, headers });
  } catch (cause) {
    throw new CodedError(
      "server-unreachable",
      {
        detail: { zh: `连不上 \`${server}\`。`, en: `cannot reach \`${server}\`` },
        wayOut: {
          zh: "核对地址，服务是否在运行。",
          en: "Check the address and that the server runs.",
        },
      },
      { cause },
    );
  }
  if (response.ok) return response;
  throw await problemError(response);
}

/** A command sends no headers by hand. */
const GIVE_TOKEN = {
  zh: "用 suzheng user token <批准号> 取得令牌，写在 --token 之后，或设为环境变量 SUZHENG_TOKEN。",
  en: "Get one with `suzheng user token <approval no>` and give it with --token or in SUZHENG_TOKEN.",
};

async function problemError(response: Response): Promise<CodedError> {
  const type = response.headers.get("content-type") ?? "";
  if (type.includes("problem+json")) {
    const { code, detail, wayOut } = (await response.json()) as Problem;
    return new CodedError(code, { detail, wayOut: code === "token-missing" ? GIVE_TOKEN : wayOut });
  }
  const words = {
    zh: `服务返回 ${response.status}。`,
    en: `the server answered ${response.status}`,
  };
  return new CodedError("server-answer-unexpected", {
    detail: words,
    wayOut: { zh: "核对地址是否为溯证服务。", en: "Check that the address is a Suzheng server." },
  });
}
