import { joiningEndpoints } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '#lib/api.ts'
import { t } from './texts.ts'

/** For whoever typed the personal code of a slip away from its page: the way to the invitation. */
export function WaitingInvitation() {
  const { data } = useQuery({
    queryKey: ['join', 'entitled'],
    queryFn: ({ signal }) => call(joiningEndpoints.entitled, {}, signal),
    meta: { topics: ['invitations', 'account'] },
  })
  const token = data?.tokens[0]
  if (token === undefined) return null
  return (
    <Button size="lg" renderRoot={(props) => <Link to="/i/$token" params={{ token }} {...props} />}>
      {t('waiting')}
    </Button>
  )
}
