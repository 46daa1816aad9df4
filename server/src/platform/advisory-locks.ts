/**
 * PostgreSQL's advisory locks that have a number: all of them stand here, since two meanings of one number wait for each
 * other. Locks by name (`lockName`) are hashes, far away from these.
 */
export const advisoryLocks = {
  /** Two servers that start at once migrate one after the other. */
  migrating: 1,
  /**
   * Held shared, it keeps stored bytes from being deleted; whoever deletes takes it for the transaction that takes the
   * rows out.
   */
  fileHold: 2,
  /** Held shared by every living server. */
  working: 3,
} as const
