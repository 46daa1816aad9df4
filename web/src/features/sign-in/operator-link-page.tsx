import { Button, Stack, Text, Title } from '@mantine/core'
import { identityEndpoints } from '@kolosok/contract'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiProblem, call } from '#lib/api.ts'
import { problemText } from './problem-text.ts'
import { PublicCard } from './public-card.tsx'
import { useSignIn } from './queries.ts'
import { t } from './texts.ts'
import { WhoYouAre } from './who-you-are.tsx'

const route = getRouteApi('/public/operator-link/$token')

/** A press of the button uses the link, not its opening: previews of links open them too. */
export function OperatorLinkPage() {
  const { token } = route.useParams()
  const navigate = useNavigate()
  const [isNew, setNew] = useState(false)
  const leave = () => void navigate({ href: '/operator', replace: true })
  const enter = useSignIn(
    () => call(identityEndpoints.useOperatorLink, { params: { token } }),
    (signedIn) => {
      if (signedIn.isNew) setNew(true)
      else leave()
    },
  )
  const isSpent = enter.error instanceof ApiProblem && enter.error.body.code === 'operator-link-spent'
  if (isNew) {
    return (
      <PublicCard name={t('product')}>
        <WhoYouAre onDone={leave} />
      </PublicCard>
    )
  }
  return (
    <PublicCard name={t('product')}>
      <Stack>
        <Title order={1} fz={26}>
          {t('operator-link.title')}
        </Title>
        <Text c="dimmed">{t('operator-link.text')}</Text>
        {enter.isError && (
          <Text role="alert" c="var(--danger)">
            {problemText(enter.error)}
          </Text>
        )}
        {!isSpent && (
          <Button size="lg" loading={enter.isPending} onClick={() => enter.mutate(undefined)}>
            {t('operator-link.enter')}
          </Button>
        )}
      </Stack>
    </PublicCard>
  )
}
