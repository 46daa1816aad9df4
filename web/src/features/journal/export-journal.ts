import { journalEndpoints, type JournalEntry } from '@kolosok/contract'
import { deviceName } from '#features/devices/index.ts'
import type { OwnOrganization } from '#features/organization-frame/index.ts'
import { call } from '#lib/api.ts'
import { formatMoment } from '#lib/dates.ts'
import { saveWorkbook } from '#ui/save-workbook.ts'
import type { JournalFilter } from './queries.ts'
import { authorOf, sentenceOf } from './sentence.ts'
import { t } from './texts.ts'

/** What a browser takes without groaning; older entries go by another period. */
export const MOST_ROWS = 50_000

type Running = { readonly signal: AbortSignal; readonly onProgress: (count: number) => void }

/** Collects the chosen entries page by page and hands the person a workbook. */
export async function exportJournal(
  { id, shortName }: Pick<OwnOrganization, 'id' | 'shortName'>,
  filter: JournalFilter,
  { signal, onProgress }: Running,
): Promise<{ isCut: boolean }> {
  const entries: JournalEntry[] = []
  let before: string | null = null
  do {
    const query = { ...filter, many: '1' as const, ...(before !== null && { before }) }
    const page: { entries: JournalEntry[]; next: string | null } = await call(
      journalEndpoints.list,
      { params: { organizationId: id }, query },
      signal,
    )
    entries.push(...page.entries)
    onProgress(entries.length)
    before = page.next
  } while (before !== null && entries.length < MOST_ROWS)
  await saveWorkbook({
    file: t('export.file', { name: shortName, date: new Date().toISOString().slice(0, 10) }),
    heads: [
      { title: t('when'), width: 26 },
      { title: t('who'), width: 28 },
      { title: t('what'), width: 70 },
      { title: t('device'), width: 24 },
    ],
    rows: entries.map((entry) => [
      formatMoment(entry.at),
      authorOf(entry),
      sentenceOf(entry),
      entry.device === '' ? '' : deviceName(entry.device),
    ]),
  })
  return { isCut: before !== null }
}
