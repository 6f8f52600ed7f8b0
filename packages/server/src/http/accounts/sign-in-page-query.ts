import { z } from "zod";
import { readCursor, type SignInPageRequest } from "../../application/accounts/sign-in-page.ts";
import { HttpProblem } from "../problems.ts";

export const SignInPageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});

export function signInPageOf(query: z.infer<typeof SignInPageQuery>): SignInPageRequest {
  const { limit, cursor } = query;
  if (cursor === undefined) return { limit, cursor: null };
  const read = readCursor(cursor);
  if (read === null) throw new HttpProblem("request-malformed");
  return { limit, cursor: read };
}
