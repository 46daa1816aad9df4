import type { OrganizationId, RulePart } from '@kolosok/contract'
import { Skeleton, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import classes from './bound-chats.module.css'
import { previewQuery } from './queries.ts'
import { t } from './texts.ts'

/** Who fits the rule now, before anybody is told of anything. */
export function RulePreview({ organizationId, parts }: { organizationId: OrganizationId; parts: readonly RulePart[] }) {
  const [asked] = useDebouncedValue(parts, 300)
  const query = useQuery(previewQuery(organizationId, [...asked]))
  if (query.isPending) return <Skeleton height={96} radius="md" />
  if (query.isError) {
    return (
      <Text role="alert" c="var(--danger)">
        {t('preview.failed')}
      </Text>
    )
  }
  const { count, people } = query.data
  return (
    <div className={classes.preview} role="status" aria-busy={query.isPlaceholderData}>
      <p>{t('preview', { count })}</p>
      {count === 0 ? (
        <small>{t('preview.empty')}</small>
      ) : (
        <ul tabIndex={0}>
          {people.map((person) => (
            <li key={person.membershipId}>
              {person.name} {person.label !== '' && <small>{person.label}</small>}
            </li>
          ))}
          {count > people.length && <li>{t('preview.more', { count: count - people.length })}</li>}
        </ul>
      )}
    </div>
  )
}
