import { join } from "node:path";
import { CodedError } from "../application/coded-error.ts";
import type { LastSignedStore } from "../application/ledger/last-signed.ts";
import type { LogKeys } from "../application/ledger/log-keys.ts";
import { DIRECTORY, type PublicationStore } from "../application/ledger/publication-store.ts";
import type { TileStore } from "../application/ledger/tile-store.ts";
import { LOG_KEY_LOST } from "../ledger/guard-key.ts";
import { readPublishedKeys } from "../ledger/published-keys.ts";
import { originOf as logOriginOf, vkeyOf } from "../ledger/sign-checkpoint.ts";
import { originOf } from "../storage/instance.ts";

type Asked = {
  folder: string;
  keys: LogKeys;
  tiles: TileStore;
  lastSigned: LastSignedStore;
  publications: Pick<PublicationStore, "published">;
};

/** What outsiders know this installation by. */
export type DirectoryIdentity = { origin: string; vkey: string };

/**
 * The directory's key is made with the first start. When it was lost later, the published one still
 * checks what was signed, and the publisher refuses to sign.
 */
export async function directoryIdentity(
  asked: Asked,
  wished: string | undefined,
): Promise<DirectoryIdentity> {
  const { folder, keys, tiles } = asked;
  if (!(await wasSigned(asked))) await keys.make(DIRECTORY);
  const publicKey = await keys.publicKey(DIRECTORY);
  const origin = await originOf(join(folder, "origin"), wished, publicKey);
  if (origin === null) throw keyLost();
  const published = (await readPublishedKeys(tiles)).get(logOriginOf(origin, DIRECTORY));
  const vkey = published ?? (await vkeyOf({ keys, origin }, DIRECTORY));
  if (vkey === null) throw keyLost();
  return { origin, vkey };
}

async function wasSigned({ lastSigned, publications }: Asked): Promise<boolean> {
  if ((await lastSigned.read()).has(DIRECTORY)) return true;
  return (await publications.published(DIRECTORY)) !== null;
}

const keyLost = () =>
  new CodedError(LOG_KEY_LOST, {
    detail: {
      zh: "目录日志已签署过，但其密钥 `keys/directory.pem` 缺失。",
      en: "the directory was signed, but its key `keys/directory.pem` is missing",
    },
    wayOut: {
      zh: "从备份恢复该文件后重新启动，见 docs/operating/keys.md；系统不会另造密钥。",
      en: "Put it back from a copy and start again, see docs/operating/keys.md; none is made anew.",
    },
  });
