/**
 * Of PostgreSQL's advisory locks (migrations hold 1): held shared, it keeps stored bytes from being deleted; whoever
 * deletes takes it for the transaction that takes the rows out.
 */
export const FILE_HOLD = 2
