import { readdirSync } from "node:fs";
import { builtPortal, CodedError, openPlatform, type Platform, serve } from "@suzheng/server";
import { Command } from "commander";
import { printSignInLinks } from "../demo-people.ts";
import { fillDemo } from "../fill-demo.ts";
import { platformOptions } from "../local-platform.ts";

const PORT_USUAL = 8080;

function portOf(text: string | undefined): number {
  if (text === undefined || text === "") return PORT_USUAL;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new CodedError("port-malformed", {
    detail: { zh: `PORT \`${text}\` 不是端口号。`, en: `PORT \`${text}\` is not a port` },
    wayOut: { zh: "用 0 到 65535 的整数。", en: "Use a whole number from 0 to 65535." },
  });
}

/** Where the public reaches the server, printed in codes that people scan; null: not told. */
function publicUrlOf(text: string | undefined): string | null {
  if (text === undefined || text === "") return null;
  const url = URL.parse(text);
  const isBase = url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (isBase) return url.origin;
  throw new CodedError("public-url-malformed", {
    detail: {
      zh: `SUZHENG_PUBLIC_URL \`${text}\` 不是网站地址。`,
      en: `SUZHENG_PUBLIC_URL \`${text}\` is not the address of a site`,
    },
    wayOut: {
      zh: "只写协议与域名，例如 https://suzheng.example。",
      en: "Give scheme and host only, such as https://suzheng.example.",
    },
  });
}

function isEmptyFolder(path: string): boolean {
  try {
    return readdirSync(path).length === 0;
  } catch {
    // A folder that does not exist yet is as good as an empty one.
    return true;
  }
}

async function start(): Promise<void> {
  const installation = platformOptions();
  const port = portOf(process.env.PORT);
  const host = process.env.HOST || "127.0.0.1";
  const publicUrl = publicUrlOf(process.env.SUZHENG_PUBLIC_URL);
  const fresh = installation.databaseUrl === undefined && isEmptyFolder(installation.dataFolder);
  const portalFolder = builtPortal();
  if (portalFolder === null) {
    console.error(
      "门户尚未构建，仅提供 API：npm run build -w @suzheng/web / the portal is not built",
    );
  }
  const platform = await openPlatform(installation);
  const wanted = fresh && process.env.SUZHENG_DEMO !== "0";
  if (wanted) await fillDemo(platform);
  const demo = wanted || platform.isDemo();
  const trustProxy = process.env.SUZHENG_TRUST_PROXY === "1";
  const options = { host, port, demo, portalFolder, publicUrl, trustProxy };
  const server = await serve(platform, options).catch(async (error) => {
    await platform.close();
    throw listenFault(error, host, port);
  });
  stopOnSignal(platform, server.close);
  if (demo) await printSignInLinks(platform, publicUrl ?? namedSite(server.url));
  console.log(`suzheng ready ${server.url}`);
}

/** Browsers bind passkeys to a name, never to an address. */
const namedSite = (url: string): string => url.replace("//127.0.0.1:", "//localhost:");

function listenFault(error: unknown, host: string, port: number): unknown {
  if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) return error;
  return new CodedError("port-in-use", {
    detail: { zh: `${host}:${port} 已被占用。`, en: `${host}:${port} is in use` },
    wayOut: { zh: "用 PORT=<端口> 换一个。", en: "Choose another with PORT=<port>." },
  });
}

function stopOnSignal(platform: Platform, closeServer: () => Promise<void>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await closeServer();
    await platform.publisher.publish();
    await platform.close();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
}

export const startCommand = () =>
  new Command("start").description("启动服务 / start the server").action(start);
