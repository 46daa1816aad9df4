import { identityEndpoints, pathOf, personalDataEndpoints } from '@kolosok/contract'
import { Button, Container, Stack, Text, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { call, isProblem } from '#lib/api.ts'
import { forgetKept } from '#lib/kept-answers.ts'
import { wipeLocalData } from '#lib/local-data.ts'
import { t } from './texts.ts'

const route = getRouteApi('/public/deleted/$token')

/** After the account is gone: the act, and nothing of the account left on this device. */
export function DeletedPage() {
  const { token } = route.useParams()
  useEffect(() => {
    void wipeIfGone()
  }, [])
  return (
    <Container component="main" size={460} px="md" py={{ base: 'xl', sm: 64 }}>
      <Stack align="flex-start">
        <Title order={1} fz={26}>
          {t('deleted.title')}
        </Title>
        <Text>{t('deleted.text')}</Text>
        <Button
          component="a"
          href={pathOf(personalDataEndpoints.act, { token })}
          download
          leftSection={<IconDownload size={18} aria-hidden="true" />}
        >
          {t('deleted.act')}
        </Button>
        {/* A page loaded anew: this one may still remember who was here. */}
        <Button component="a" href="/" variant="subtle" ml={-18}>
          {t('home')}
        </Button>
      </Stack>
    </Container>
  )
}

/** Anybody may send such a link to somebody who is still signed in: nothing of theirs is taken. */
async function wipeIfGone(): Promise<void> {
  try {
    await call(identityEndpoints.getMe, {})
  } catch (error) {
    if (isProblem(error, 'not-signed-in')) await Promise.all([wipeLocalData(), forgetKept()])
  }
}
