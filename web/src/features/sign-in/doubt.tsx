import { Button, Stack, Text, Title } from '@mantine/core'
import { isProblem } from '#lib/api.ts'
import { t } from './texts.ts'

type Kind = 'asleep' | 'unproven'

/** What the server wants to hear from the person before it goes on. */
export function doubtOf(error: unknown): Kind | null {
  if (isProblem(error, 'number-asleep')) return 'asleep'
  return isProblem(error, 'number-unproven') ? 'unproven' : null
}

type Props = {
  readonly kind: Kind
  readonly isPending: boolean
  readonly onAnew: () => void
  readonly onOther: () => void
}

export function Doubt({ kind, isPending, onAnew, onOther }: Props) {
  return (
    <Stack gap="md" role="alert">
      <Title order={2} fz="xl">
        {t(`doubt.${kind}.title`)}
      </Title>
      <Text>{t(`doubt.${kind}.text`)}</Text>
      <Button size="lg" variant="light" onClick={onOther}>
        {t('doubt.mine')}
      </Button>
      <Button size="lg" variant="subtle" loading={isPending} onClick={onAnew}>
        {t('doubt.anew')}
      </Button>
    </Stack>
  )
}
