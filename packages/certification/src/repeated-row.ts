import { type ActKeys, type Memory, recall } from "./content-key.ts";
import { type Refused, refuse, UNCHANGED, type Unchanged } from "./decision.ts";

export type RepeatRefusal = "corrected-since" | "too-many-rows";

/**
 * What a row comes to that was recorded before, so that nothing is recorded twice; null when it is
 * new. One that was corrected since does not undo its correction.
 */
export function repeatOf(memory: Memory, keys: ActKeys): Unchanged | Refused<RepeatRefusal> | null {
  switch (recall(memory, keys)) {
    case "new":
      return null;
    case "stands":
      return UNCHANGED;
    case "corrected":
      return refuse("corrected-since");
    case "full":
      return refuse("too-many-rows");
  }
}
