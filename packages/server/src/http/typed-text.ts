import { z } from "zod";

/** Text from outside, without the control characters that the database cannot store. */
export const typedText = (charactersMax: number) =>
  z
    .string()
    .max(charactersMax)
    .regex(/^\P{Cc}*$/u);
