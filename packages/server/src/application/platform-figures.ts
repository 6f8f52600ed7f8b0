/** How far the logs are, all of them together; the directory is told by itself. */
export type LogFigures = {
  actsRecorded: number;
  /** Of those recorded, as many as the directory notes. */
  actsPublished: number;
  /**
   * Since when an act may have waited to be noted: the newest checkpoint, or before the first the
   * oldest act. Null when none waits.
   */
  waitingSince: string | null;
  /** The newest signed checkpoint of the directory; null before the first. */
  checkpoint: { size: number; notedAt: string } | null;
};
