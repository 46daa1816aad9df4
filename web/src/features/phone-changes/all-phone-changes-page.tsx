import { Button, Container, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Explained } from '#ui/help-mark.tsx'
import { ChangeList } from './change-list.tsx'
import { t } from './texts.ts'

/** The operator's: of everybody, for those about whom no organization decides. */
export function AllPhoneChangesPage() {
  return (
    <Container size={760} py="lg">
      <Button
        component={Link}
        to="/operator"
        variant="subtle"
        ml={-18}
        leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
      >
        {t('back.operator')}
      </Button>
      <Explained>
        <Title order={1} fz={26}>
          {t('title.operator')}
        </Title>
      </Explained>
      <Text c="dimmed" mb="md">
        {t('lead.operator')}
      </Text>
      <ChangeList organizationId={null} />
    </Container>
  )
}
