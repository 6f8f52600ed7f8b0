import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Tokens } from "../application/tokens.ts";
import type { Database } from "./database.ts";

const PATTERN = /^suzheng_([A-Za-z0-9-]+)_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

const digest = (secret: string) => createHash("sha256").update(secret).digest();

export function postgresTokens(database: Database): Tokens {
  return {
    async create(institution) {
      const id = randomBytes(6).toString("hex");
      const secret = randomBytes(32).toString("base64url");
      await database.query(
        `insert into tokens (institution, id, secret_hash, created_at) values ($1, $2, $3, now())`,
        [institution, id, digest(secret)],
      );
      return `suzheng_${institution}_${id}_${secret}`;
    },
    async ownerOf(token) {
      const parts = PATTERN.exec(token);
      if (parts === null) return null;
      const [, institution = "", id = "", secret = ""] = parts;
      const [row] = await database.query<{ secret_hash: Buffer }>(
        `select secret_hash from tokens where institution = $1 and id = $2 and revoked_at is null`,
        [institution, id],
      );
      if (row === undefined || !timingSafeEqual(row.secret_hash, digest(secret))) return null;
      return { institution, id };
    },
    async revoke(institution, id) {
      const revoked = await database.query(
        `update tokens set revoked_at = now()
         where institution = $1 and id = $2 and revoked_at is null returning id`,
        [institution, id],
      );
      return revoked.length > 0;
    },
  };
}
