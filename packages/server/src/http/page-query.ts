import { z } from "zod";
import { type PageRequest, readCursor } from "../application/page-cursor.ts";
import { HttpProblem } from "./problems.ts";

export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});

export function pageRequestOf({ limit, cursor }: z.infer<typeof PageQuery>): PageRequest {
  if (cursor === undefined) return { limit, cursor: null };
  const read = readCursor(cursor);
  if (read === null) throw new HttpProblem("request-malformed");
  return { limit, cursor: read };
}
