import { setTimeout } from 'node:timers/promises'
import { CompiledQuery, Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { AccessesSchema } from './schema/accesses.ts'
import type { AccountsSchema } from './schema/accounts.ts'
import type { AdministratorsSchema } from './schema/administrators.ts'
import type { ApplicationsSchema } from './schema/applications.ts'
import type { ArticlesSchema } from './schema/articles.ts'
import type { BackupsSchema } from './schema/backups.ts'
import type { BroadcastsSchema } from './schema/broadcasts.ts'
import type { CallsSchema } from './schema/calls.ts'
import type { ChannelsSchema } from './schema/channels.ts'
import type { ChatsSchema } from './schema/chats.ts'
import type { ConsentsSchema } from './schema/consents.ts'
import type { FilesSchema } from './schema/files.ts'
import type { ImportsSchema } from './schema/imports.ts'
import type { IncidentsSchema } from './schema/incidents.ts'
import type { JoinRequestsSchema } from './schema/join-requests.ts'
import type { JoiningSchema } from './schema/joining.ts'
import type { LettersInSchema } from './schema/letters-in.ts'
import type { LocalActsSchema } from './schema/local-acts.ts'
import type { MailingsSchema } from './schema/mailings.ts'
import type { MeetingsSchema } from './schema/meetings.ts'
import type { MessageReportsSchema } from './schema/message-reports.ts'
import type { MaterialsSchema } from './schema/materials.ts'
import type { NoticesSchema } from './schema/notices.ts'
import type { OrganizationsSchema } from './schema/organizations.ts'
import type { OutgoingLettersSchema } from './schema/outgoing-letters.ts'
import type { PersonalDataSchema } from './schema/personal-data.ts'
import type { RecordingsSchema } from './schema/recordings.ts'
import type { RollOversSchema } from './schema/roll-overs.ts'
import type { SigningInSchema } from './schema/signing-in.ts'
import type { StatisticsReportsSchema } from './schema/statistics-reports.ts'
import type { TicketsSchema } from './schema/tickets.ts'
import type { WebinarsSchema } from './schema/webinars.ts'

/** Mirrors the migrations, one file per domain; `npm run db:check` fails when the database says otherwise. */
export type Schema = AccessesSchema &
  AccountsSchema &
  AdministratorsSchema &
  ApplicationsSchema &
  ArticlesSchema &
  BackupsSchema &
  BroadcastsSchema &
  CallsSchema &
  ChannelsSchema &
  ChatsSchema &
  ConsentsSchema &
  FilesSchema &
  ImportsSchema &
  IncidentsSchema &
  JoiningSchema &
  JoinRequestsSchema &
  LettersInSchema &
  OutgoingLettersSchema &
  LocalActsSchema &
  MailingsSchema &
  MeetingsSchema &
  MessageReportsSchema &
  MaterialsSchema &
  NoticesSchema &
  OrganizationsSchema &
  PersonalDataSchema &
  RecordingsSchema &
  RollOversSchema &
  SigningInSchema &
  StatisticsReportsSchema &
  TicketsSchema &
  WebinarsSchema

/** Reads take `Db`. Writes take `Tx`, so they cannot run outside a transaction by accident. */
export type Db = Kysely<Schema>
export type Tx = Transaction<Schema>

/**
 * What is asked for again and again lies in memory, so a row by its index costs no more than one by the way: reckoning
 * with a disk of old, a small installation would read its tables from end to end. And no query here is long enough to be
 * compiled first.
 */
const PLANNING = '-c random_page_cost=1.1 -c jit=off'

/** Connects with `size` connections at most: they are what commits in parallel, and share an fsync. */
export function connectDb(url: string, size = 16): Db {
  const pool = new pg.Pool({ connectionString: url, max: size, Client: PreparingClient, options: PLANNING })
  // A broken idle connection is replaced; without a listener it would end the process.
  pool.on('error', () => undefined)
  // One that is lent out breaks too: whoever uses it learns it from its query.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}

/** Runs once the transaction has committed: events, and nothing that may be lost. */
export type AfterCommit = (run: () => void) => void

/** How often a transaction is run that collides with others each time. */
const RUNS = 4
const PAUSE_MS = 25
/** Serialization failure, deadlock: PostgreSQL undid everything, and asks for the work to be done again. */
const collisions = new Set(['40001', '40P01'])

/**
 * One transaction; what it hands to `afterCommit` runs when everything in it is durable, in order. `work`
 * runs again when it collides with another transaction, so it changes nothing but the database.
 */
export async function transact<T>(db: Db, work: (tx: Tx, afterCommit: AfterCommit) => Promise<T>): Promise<T> {
  const { result, later } = await runUntilCommitted(db, work, 1)
  for (const run of later) run()
  return result
}

async function runUntilCommitted<T>(
  db: Db,
  work: (tx: Tx, afterCommit: AfterCommit) => Promise<T>,
  run: number,
): Promise<{ result: T; later: (() => void)[] }> {
  const later: (() => void)[] = []
  try {
    return { result: await db.transaction().execute((tx) => work(tx, (then) => later.push(then))), later }
  } catch (error) {
    if (run === RUNS || !(error instanceof pg.DatabaseError) || !collisions.has(error.code ?? '')) throw error
  }
  // Not all at the same moment again.
  await setTimeout(PAUSE_MS * run * (0.5 + Math.random()))
  return runUntilCommitted(db, work, run + 1)
}

/** One statement by hand: where the builder's own work would cost more than the query. */
export async function runSql<Row>(db: Db, text: string, values: unknown[]): Promise<Row[]> {
  return (await db.executeQuery<Row>(CompiledQuery.raw(text, values))).rows
}

/**
 * The same by one plan for all values: where planning takes longer than running, in a large installation ten times as
 * long, and no value would change the plan. Anew after each `analyze`.
 */
export async function runPlannedOnce<Row>(tx: Tx, text: string, values: unknown[]): Promise<Row[]> {
  await sql`set local plan_cache_mode = force_generic_plan`.execute(tx)
  const rows = await runSql<Row>(tx, text, values)
  await sql`set local plan_cache_mode = auto`.execute(tx)
  return rows
}

/** `.where('id', '=', anyOf(ids))`: one statement however many they are, where `in (…)` makes one of each length. */
export const anyOf = <T extends string>(ids: readonly T[]): RawBuilder<T> => sql<T>`any(${ids}::uuid[])`

const statementNames = new Map<string, string>()

/** Prepares every statement with parameters once per connection; planning costs more than running. */
class PreparingClient extends pg.Client {
  // oxlint-disable-next-line typescript/no-explicit-any -- pg overloads `query` beyond what can be restated
  override query(text: any, values?: any, ...rest: any[]): any {
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) {
      return super.query(text as string, values as unknown[], ...(rest as []))
    }
    const name = statementNames.get(text) ?? `s${String(statementNames.size)}`
    statementNames.set(text, name)
    return super.query({ name, text, values: values as unknown[] }, ...(rest as []))
  }
}
