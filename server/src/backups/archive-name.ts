/** Sorts by time, and says it: `kolosok-2026-09-01T03-40-00-123-1f3a5b7c.zip`. */
export const nameOf = ({ began_at: at, id }: { began_at: Date; id: string }): string =>
  `kolosok-${at.toISOString().slice(0, 23).replaceAll(/[:.]/g, '-')}-${id.slice(-8)}.zip`

export const isBackup = (name: string): boolean =>
  /^kolosok-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}-[0-9a-f]{8}\.zip$/.test(name)
