import { z } from "zod";

/** A day that the calendar has. The year 0 is none to the database. */
export const Day = z.iso.date().refine((day) => day >= "0001", "expected a day from the year 1");
