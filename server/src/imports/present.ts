import { type ImportDraft, type ImportLine, lineList, type LineList, nameKey } from '@kolosok/contract'
import { createHash } from 'node:crypto'
import { listInvitees } from '#invitations/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { type ImportRow, listPresent, listPresentStaff } from './store.ts'
import { groupKey, type Line, type Present, understand } from './understand.ts'
import { type GroupLine, understandGroups } from './understand-groups.ts'
import { type StaffLine, understandStaff } from './understand-staff.ts'

const EXAMPLES = 3

type Now = { readonly clock: Clock }

async function findPresent(db: Db, { organizationId }: ImportRow): Promise<Present> {
  const groups = await listPresent(db, organizationId)
  return new Map(
    groups.map(({ children, ...group }) => [
      groupKey(group.name),
      { ...group, children: new Set(children.map(nameKey)) },
    ]),
  )
}

const draftOf = (row: ImportRow) => ({ ...row, skipped: new Set(row.skipped), namesakes: new Set(row.namesakes) })

/** What a list of children says, beside what is there already. */
export async function readLines(db: Db, row: ImportRow): Promise<{ lines: Line[]; present: Present }> {
  const present = await findPresent(db, row)
  return { lines: understand(draftOf(row), present), present }
}

/** The same of staff; whoever has been invited by name counts as there. */
export async function readStaffLines(
  { clock }: Now,
  db: Db,
  row: ImportRow,
): Promise<{ lines: StaffLine[]; present: Present }> {
  const known = [
    ...(await listPresentStaff(db, row.organizationId)),
    ...(await listInvitees(db, row.organizationId, clock())),
  ]
  const names = new Set(known.map(({ name }) => nameKey(name)).filter((name) => name !== ''))
  const phones = new Set(known.map(({ phone }) => phone ?? '').filter((phone) => phone !== ''))
  return { lines: understandStaff(draftOf(row), { names, phones }), present: await findPresent(db, row) }
}

/** The same of groups. */
export async function readGroupLines(db: Db, row: ImportRow): Promise<{ lines: GroupLine[]; present: Present }> {
  const present = await findPresent(db, row)
  return { lines: understandGroups(draftOf(row), present), present }
}

type AnyLine = { readonly line: ImportLine; readonly groups: readonly string[] }

/** Lines of whichever kind, with the groups that each would go to. */
export async function readAnyLines(now: Now, db: Db, row: ImportRow): Promise<{ lines: AnyLine[]; present: Present }> {
  if (row.kind === 'staff') {
    const { lines, present } = await readStaffLines(now, db, row)
    return { present, lines: lines.map(({ colleague, ...line }) => ({ line, groups: colleague.groups })) }
  }
  if (row.kind === 'groups') {
    const { lines, present } = await readGroupLines(db, row)
    return {
      present,
      lines: lines.map(({ details: { parent }, ...line }) => ({
        line,
        groups: [line.name, ...(parent !== '' && !present.has(groupKey(parent)) ? [parent] : [])],
      })),
    }
  }
  const { lines, present } = await readLines(db, row)
  // Whom to expect stays with the import.
  return { present, lines: lines.map(({ guardians: _, ...line }) => ({ line, groups: [line.group] })) }
}

export const isIn = (row: ImportRow, line: ImportLine, list: LineList): boolean =>
  list === 'doubtful' ? isDoubtful(row, line) : line.state === list

/** Comes in without what is odd of it, or came in so. */
function isDoubtful({ state, doubtful }: ImportRow, line: ImportLine): boolean {
  if (state === 'draft') return isComingDoubtful(line)
  return state === 'applied' && doubtful.includes(line.line)
}

export const isComingDoubtful = ({ state, problems }: Pick<ImportLine, 'state' | 'problems'>): boolean =>
  state === 'ready' && problems.length > 0

const nothing: Awaited<ReturnType<typeof readAnyLines>> = { lines: [], present: new Map() }

export async function presentImport(now: Now, db: Db, row: ImportRow): Promise<ImportDraft> {
  // Afterwards its people would all be there already, by itself.
  const { lines, present } = row.state === 'draft' ? await readAnyLines(now, db, row) : nothing
  const going = lines.filter(({ line }) => line.state === 'ready').flatMap(({ groups }) => groups)
  const counts = Object.fromEntries(
    lineList.options.map((list) => [list, lines.filter(({ line }) => isIn(row, line, list)).length]),
  ) as ImportDraft['counts']
  if (row.state === 'applied') counts.doubtful = row.doubtful.length
  const groups = [...Map.groupBy(going, groupKey)].map(([key, names]) => ({
    name: present.get(key)?.name ?? names[0] ?? '',
    isNew: !present.has(key),
    children: names.length,
  }))
  return {
    ...aboutImport(row),
    digest: createHash('sha256')
      .update(JSON.stringify([counts, groups]))
      .digest('base64url'),
    organizationId: row.organizationId,
    made: {
      groups: row.madeGroups.length,
      children: row.madeChildren.length,
      invitations: row.madeInvitations.length,
    },
    columns: row.meanings.map((meaning, index) => ({
      title: row.titles[index] ?? '',
      meaning,
      examples: examplesIn(row, index),
    })),
    counts,
    groups,
  }
}

function examplesIn({ cells, headingLines }: ImportRow, column: number): string[] {
  const values = cells.slice(headingLines).map((row) => row[column] ?? '')
  return [...new Set(values.filter((value) => value !== ''))].slice(0, EXAMPLES)
}

type About = Pick<ImportRow, 'id' | 'kind' | 'name' | 'state' | 'createdAt' | 'createdBy' | 'appliedAt'>

export const aboutImport = ({ id, kind, name, state, createdAt, createdBy, appliedAt }: About) => ({
  id,
  kind,
  name,
  state,
  createdBy,
  createdAt: createdAt.toISOString(),
  appliedAt: appliedAt?.toISOString() ?? null,
})
