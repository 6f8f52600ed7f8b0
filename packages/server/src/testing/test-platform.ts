import { connectInstitution } from "../application/institutions/register-institution.ts";
import { fsckPlatform } from "../compose/fsck-platform.ts";
import { openPlatform, type Platform, type PlatformOptions } from "../compose/platform.ts";
import { createTestDatabase, type TestDatabase, temporaryFolder } from "./test-database.ts";

export const ORIGIN = "suzheng.example";
export const BODY = "CNCA-R-2026-901";

export type TestPlatform = Platform & {
  testDatabase: TestDatabase;
  /** What the operator was told. */
  alarms: string[];
  /** Another server process's worth on the same database and data folder. */
  another(options?: Partial<PlatformOptions>): Promise<Platform>;
  /** Closes everything and removes database and folder. */
  remove(): Promise<void>;
};

/** A platform on a database and a data folder of its own. */
export async function openTestPlatform(
  options: Partial<PlatformOptions> = {},
): Promise<TestPlatform> {
  const testDatabase = await createTestDatabase();
  const folder = temporaryFolder();
  const alarms: string[] = [];
  const opened: Platform[] = [];
  const another = async (more: Partial<PlatformOptions> = {}) => {
    const platform = await openPlatform({
      dataFolder: folder.path,
      databaseUrl: testDatabase.url,
      origin: ORIGIN,
      alarm: (message) => alarms.push(message),
      ...options,
      ...more,
    });
    opened.push(platform);
    return platform;
  };
  const platform = await another();
  const remove = async () => {
    for (const one of opened) if (!one.pool.ended) await one.close();
    await testDatabase.drop();
    folder.remove();
  };
  return { ...platform, testDatabase, alarms, another, remove };
}

/** Connects the invented body `BODY`, or one with that number. */
export async function connectBody(
  platform: Pick<Platform, "ledger" | "logs" | "store" | "now">,
  approvalNumber = BODY,
): Promise<string> {
  const name = `样例认证有限公司（${approvalNumber.slice(-3)}）`;
  const fields = ["A01", "A02"];
  await connectInstitution({ ...platform, submitter: "test" }, { approvalNumber, name, fields });
  return approvalNumber;
}

/** Codes of what fsck finds, first one first. */
export async function damagesOf(platform: Platform): Promise<string[]> {
  const { damages } = await fsckPlatform(platform);
  return damages.map(({ kind, message }) => `${kind}: ${message.en}`);
}
