import { type ImportDraft, type ImportLine, lineState, nameKey } from '@kolosok/contract'
import type { Db } from '#platform/db.ts'
import { type ImportRow, listPresent } from './store.ts'
import { groupKey, type Line, type Present, understand } from './understand.ts'

const EXAMPLES = 3

/** What a list says, beside what is there already. */
export async function readLines(db: Db, row: ImportRow): Promise<{ lines: Line[]; present: Present }> {
  const groups = await listPresent(db, row.organizationId)
  const present: Present = new Map(
    groups.map(({ children, ...group }) => [
      groupKey(group.name),
      { ...group, children: new Set(children.map(nameKey)) },
    ]),
  )
  const [skipped, namesakes] = [new Set(row.skipped), new Set(row.namesakes)]
  return { lines: understand({ ...row, skipped, namesakes }, present), present }
}

const nothing: Awaited<ReturnType<typeof readLines>> = { lines: [], present: new Map() }

export async function presentImport(db: Db, row: ImportRow): Promise<ImportDraft> {
  // Afterwards its children would all be there already, by itself.
  const { lines, present } = row.state === 'draft' ? await readLines(db, row) : nothing
  const of = Map.groupBy(lines, ({ state }) => state)
  return {
    ...aboutImport(row),
    organizationId: row.organizationId,
    made: { groups: row.madeGroups.length, children: row.madeChildren.length },
    columns: row.meanings.map((meaning, index) => ({
      title: row.titles[index] ?? '',
      meaning,
      examples: examplesIn(row, index),
    })),
    counts: Object.fromEntries(
      lineState.options.map((state) => [state, of.get(state)?.length ?? 0]),
    ) as ImportDraft['counts'],
    groups: [...Map.groupBy(of.get('ready') ?? [], ({ group }) => groupKey(group))].map(([key, children]) => ({
      name: present.get(key)?.name ?? children[0]?.group ?? '',
      isNew: !present.has(key),
      children: children.length,
    })),
  }
}

function examplesIn({ cells, headingLines }: ImportRow, column: number): string[] {
  const values = cells.slice(headingLines).map((row) => row[column] ?? '')
  return [...new Set(values.filter((value) => value !== ''))].slice(0, EXAMPLES)
}

type About = Pick<ImportRow, 'id' | 'name' | 'state' | 'createdAt' | 'createdBy' | 'appliedAt'>

export const aboutImport = ({ id, name, state, createdAt, createdBy, appliedAt }: About) => ({
  id,
  name,
  state,
  createdBy,
  createdAt: createdAt.toISOString(),
  appliedAt: appliedAt?.toISOString() ?? null,
})

/** As others see it: whom to expect stays with the import. */
export const presentLine = ({ guardians: _, ...line }: Line): ImportLine => line
