/** Outsiders who remember the directory. */
export interface Witnesses {
  /**
   * Cosignature lines for the checkpoint, from as many witnesses as answered in time. `proof` shows
   * that it extends the last checkpoint they were shown, of size `oldSize`.
   */
  cosign(checkpoint: string, oldSize: number, proof: readonly Uint8Array[]): Promise<string[]>;
}

export const noWitnesses: Witnesses = { cosign: async () => [] };
