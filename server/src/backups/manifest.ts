import { z } from 'zod'

/** How the entries of a backup are called. The manifest is the last: what lacks it is no whole backup. */
export const MANIFEST = 'manifest.json'
export const SECRETS = 'secrets.json'
export const JOBS = 'jobs.copy'
export const tableEntry = (table: string): string => `tables/${table}.copy`
export const fileEntry = (key: string): string => `files/${key}`

export const manifest = z.object({
  /** Of this layout; raised when an older Kolosok could not read it. */
  format: z.literal(1),
  madeAt: z.string(),
  /** How far the database had come: it is restored to exactly there, and then brought up to date. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int() })),
  /** Up to where the database has counted: the next number of a ticket. */
  counters: z.array(z.object({ name: z.string(), value: z.string() })),
  entries: z.array(z.object({ name: z.string(), size: z.int(), sha256: z.string() })),
  fileCount: z.int(),
  /** Files that something referred to and that were not there. */
  missing: z.array(z.string()),
})
export type Manifest = z.infer<typeof manifest>
