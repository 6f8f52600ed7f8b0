/** Consistency proof from a tree of that size to the one of the checkpoint; empty from size 0. */
export type ProveFrom = (oldSize: number) => Promise<readonly Uint8Array[]>;

/** Outsiders who remember the directory. */
export interface Witnesses {
  /**
   * Cosignature lines for the checkpoint, each with its newline, from those witnesses that checked
   * it in time. One that is away, refuses or signs badly is left out; the operator is told.
   */
  cosign(checkpoint: string, proveFrom: ProveFrom): Promise<string[]>;
}

/** A witness as the operator names it, and what verifiers pin of it. */
export type KnownWitness = {
  name: string;
  /** Verification key of a cosigner, C2SP tlog-cosignature. */
  vkey: string;
  /** Where `/add-checkpoint` is. */
  url: string;
};
