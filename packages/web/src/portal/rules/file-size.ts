const KIB = 1024;

/** `812 B`, `43 kB`, `1.5 MB`: as file managers say it. */
export function fileSize(bytes: number): string {
  if (bytes < KIB) return `${bytes} B`;
  if (bytes < KIB * KIB) return `${Math.round(bytes / KIB)} kB`;
  return `${(bytes / KIB / KIB).toFixed(1)} MB`;
}
