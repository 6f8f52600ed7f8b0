import { z } from "zod";

const Source = z.string().trim().min(1, "a source is required");

/** Fields of the result that are compared; numbers agree within a millionth. */
const Expected = z.union([
  z.looseObject({ outcome: z.literal("computed") }),
  z.strictObject({ outcome: z.enum(["cannot-tell", "refused"]), code: z.string().min(1) }),
]);

/** docs/formats/golden-vectors.md */
export const VectorsDocument = z.strictObject({
  format: z.literal("suzheng-vectors/1"),
  calculator: z.string(),
  version: z.string(),
  cases: z.array(z.strictObject({ input: z.unknown(), expected: Expected, source: Source })).min(1),
});
export type VectorsDocument = z.infer<typeof VectorsDocument>;
export type Vector = VectorsDocument["cases"][number];
