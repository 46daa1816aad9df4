import type { JournalEntry } from '@kolosok/contract'
import type { Names } from './names.store.ts'
import type { EntryRow } from './store.ts'

const isText = (value: unknown): value is string => typeof value === 'string'
const textIn = (value: unknown): string => (isText(value) ? value : '')

type Mentioned = { person: string; groups: string[]; fromGroup: string }

/** The ids that stand in the details, whatever the action calls them. */
function mentionedIn(details: EntryRow['details']): Mentioned {
  const several = Array.isArray(details['groups']) ? (details['groups'] as { groupId?: unknown }[]) : []
  const groups = [details['toGroupId'] ?? details['groupId'], ...several.map(({ groupId }) => groupId)]
  return {
    person: textIn(details['membershipId'] ?? details['accountId']),
    groups: groups.filter(isText),
    fromGroup: textIn(details['fromGroupId']),
  }
}

/** Everything whose name is needed to show these. */
export function idsIn(rows: readonly EntryRow[]): string[] {
  const ids = rows.flatMap(({ accountId, subjectId, details }) => {
    const { person, groups, fromGroup } = mentionedIn(details)
    return [accountId, subjectId, person, fromGroup, ...groups]
  })
  return [...new Set(ids.filter((id) => isText(id) && id !== ''))] as string[]
}

export function present(row: EntryRow, { things, people }: Names): JournalEntry {
  const nameOf = (id: string | null) => (id === null ? '' : (things.get(id) ?? people.get(id)?.name ?? ''))
  const { person, groups, fromGroup } = mentionedIn(row.details)
  const author = row.accountId === null ? undefined : people.get(row.accountId)
  return {
    id: row.id,
    at: row.at.toISOString(),
    action: row.action,
    author: {
      kind: authorKind(row, author !== undefined),
      name: author?.name ?? '',
      membershipId: author?.membershipId ?? null,
    },
    device: row.device ?? '',
    names: {
      subject: isPlain(row) ? '' : nameOf(row.subjectId),
      person: nameOf(person),
      group: groups
        .map(nameOf)
        .filter((name) => name !== '')
        .join(', '),
      fromGroup: nameOf(fromGroup),
    },
    details: detailsOf(row.details),
  }
}

/** The consent that everybody gives at the door is of no purpose of its own; whose it is stands beside it. */
const isPlain = ({ action, subjectKind }: EntryRow): boolean => action === 'consent.given' && subjectKind === 'account'

function authorKind({ accountId, isOperator }: EntryRow, isKnown: boolean): JournalEntry['author']['kind'] {
  if (accountId === null) return 'system'
  return isOperator && !isKnown ? 'operator' : 'person'
}

function detailsOf(details: EntryRow['details']): JournalEntry['details'] {
  const many = details['invitationIds'] ?? details['consents']
  const counted =
    details['count'] ?? details['revoked'] ?? details['children'] ?? (Array.isArray(many) ? many.length : 0)
  return {
    count: typeof counted === 'number' ? counted : 0,
    role: textIn(details['role'] ?? details['duty']),
    kind: textIn(details['kind']),
    isHead: typeof details['isHead'] === 'boolean' ? details['isHead'] : null,
    fields: Array.isArray(details['fields']) ? details['fields'].filter(isText) : [],
  }
}
