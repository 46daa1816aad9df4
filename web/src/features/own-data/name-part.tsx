import { Anchor, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link } from '@tanstack/react-router'
import { useMe } from '#lib/me.ts'
import { useRename } from './queries.ts'
import { t } from './texts.ts'

/** Correcting one's name; whom to ask for the rest. */
export function NamePart() {
  const { familyName, givenName, patronymic } = useMe()
  const rename = useRename()
  const form = useForm({
    initialValues: { familyName, givenName, patronymic },
    validate: { givenName: (value) => (/\p{L}/u.test(value) ? null : t('name.required')) },
    onValuesChange: () => rename.reset(),
  })
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        (values) => rename.mutate(values),
        () => form.getInputNode('givenName')?.focus(),
      )}
    >
      <Stack>
        <div>
          <Title order={2} fz="lg">
            {t('name.title')}
          </Title>
          <Text c="dimmed">{t('name.hint')}</Text>
        </div>
        <TextInput
          label={t('name.family')}
          autoComplete="family-name"
          maxLength={100}
          {...form.getInputProps('familyName')}
        />
        <TextInput
          label={t('name.given')}
          autoComplete="given-name"
          maxLength={100}
          {...form.getInputProps('givenName')}
        />
        <TextInput
          label={t('name.patronymic')}
          autoComplete="additional-name"
          maxLength={100}
          {...form.getInputProps('patronymic')}
        />
        <Group>
          <Button type="submit" loading={rename.isPending} disabled={!form.isDirty()}>
            {t('name.save')}
          </Button>
          <span role="status">{rename.isSuccess && t('name.saved')}</span>
        </Group>
        {rename.isError && (
          <Text role="alert" c="var(--danger)">
            {t('failed')}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {t('name.else')}{' '}
          <Anchor component={Link} to="/phone" underline="always">
            {t('name.phone')}
          </Anchor>
        </Text>
      </Stack>
    </form>
  )
}
