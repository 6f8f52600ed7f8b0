/** States an invariant, in production too. A failure is a fault of ours, never a refusal. */
export function assert(condition: boolean, invariant: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${invariant}`);
}
