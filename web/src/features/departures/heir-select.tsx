import { Select } from '@mantine/core'
import type { Departure, MembershipId } from '@kolosok/contract'
import { t } from './texts.ts'

type Props = {
  readonly label: string
  readonly departure: Departure
  readonly candidates: readonly MembershipId[]
  readonly value: MembershipId | null
  readonly onChange: (to: MembershipId | null) => void
  readonly error: string | undefined
}

/** Who takes something over. */
export const HeirSelect = ({ label, departure, candidates, value, onChange, error }: Props) => (
  <Select
    label={label}
    placeholder={t('choose')}
    searchable
    nothingFoundMessage={t('choose.empty')}
    data={departure.colleagues
      .filter(({ membershipId }) => candidates.includes(membershipId))
      .map(({ membershipId, fullName, position }) => ({
        value: membershipId,
        label: [fullName, position].filter((part) => part !== '').join(', '),
      }))}
    value={value}
    onChange={onChange}
    error={error}
  />
)
