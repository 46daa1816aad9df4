import { Container, Text, Title } from '@mantine/core'
import { ChangeList } from './change-list.tsx'
import { t } from './texts.ts'

/** The operator's: of everybody, for those about whom no organization decides. */
export function AllPhoneChangesPage() {
  return (
    <Container size={760} py="lg">
      <Title order={1} fz={26}>
        {t('title.operator')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('lead.operator')}
      </Text>
      <ChangeList organizationId={null} />
    </Container>
  )
}
