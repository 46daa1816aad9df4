/**
 * PostgreSQL's advisory locks that are one number: all of them stand here, since two meanings of one number wait for each
 * other. Every other lock has a name (`lockName`), which is two integers: PostgreSQL keeps these apart from single ones.
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
