import type { JournalEntry } from '@kolosok/contract'
import { t } from './texts.ts'

const known = [
  'name',
  'shortName',
  'address',
  'headName',
  'phone',
  'email',
  'site',
  'timeZone',
  'mayParentsWriteEachOther',
  'isFoundByName',
  'kind',
  'age',
  'programme',
] as const

const fieldName = (field: string): string | null => {
  const found = known.find((name) => name === field)
  return found ? t(`field.${found}`) : null
}

/** Names are chosen by people: an empty one, and a group called like our mark, must not break the sentence. */
const orNone = (name: string): string => (name === '' ? 'none' : name)

/** What was done, in one sentence; who did it stands beside it. */
export function sentenceOf({ action, names, details }: JournalEntry): string {
  const fields = details.fields.map(fieldName).filter((name) => name !== null)
  return t(action, {
    subject: orNone(names.subject),
    // Where a sentence can't do without it.
    whom: names.subject || t('unknown'),
    member: names.person || t('unknown'),
    where: names.group || t('unknown'),
    person: orNone(names.person),
    group: orNone(names.group),
    from: names.fromGroup || t('unknown'),
    fields: orNone(fields.join(', ')),
    count: details.count,
    role: orNone(details.role),
    // A hyphen ends the name of a choice in ICU.
    kind: orNone(details.kind.replaceAll('-', '_')),
    isHead: String(details.isHead ?? false),
  })
}

export function authorOf({ author }: JournalEntry): string {
  if (author.kind === 'system') return t('system')
  if (author.kind === 'operator') return t('operator')
  return author.name === '' ? t('somebody') : author.name
}
