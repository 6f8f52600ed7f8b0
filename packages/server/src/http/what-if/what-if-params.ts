import { z } from "zod";

export const RunParams = z.object({ id: z.string().regex(/^[0-9a-f-]{1,64}$/) });
