import { Button, Group, Text, Title } from '@mantine/core'
import { IconBuilding, IconMessageHeart, IconQrcode, IconLifebuoy } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Logo } from '#ui/logo.tsx'
import classes from './landing.module.css'
import { t } from './texts.ts'

const promises = [
  { who: 'parent', Icon: IconQrcode },
  { who: 'teacher', Icon: IconMessageHeart },
  { who: 'organization', Icon: IconBuilding },
] as const

/** The first page for whoever has not signed in: what this is, and the two ways on. */
export function LandingPage() {
  return (
    <main className={classes.page}>
      <header className={classes.hero}>
        <Logo size={72} />
        <Text className={classes.name}>{t('product')}</Text>
        <Title order={1} className={classes.title}>
          {t('landing.title')}
        </Title>
        <Text className={classes.text}>{t('landing.text')}</Text>
        <Group justify="center" gap="sm" mt="md">
          <Button component={Link} to="/sign-in" size="lg">
            {t('landing.sign-in')}
          </Button>
          <Button component={Link} to="/apply" size="lg" variant="light">
            {t('landing.apply')}
          </Button>
        </Group>
        <Button component={Link} to="/help" variant="subtle" leftSection={<IconLifebuoy size={20} />}>
          {t('landing.help')}
        </Button>
      </header>
      <ul className={classes.promises}>
        {promises.map(({ who, Icon }) => (
          <li key={who} className={classes.promise}>
            <Icon size={28} color="var(--accent)" aria-hidden="true" />
            <Title order={2} fz="lg">
              {t(`landing.${who}.title`)}
            </Title>
            <Text c="dimmed">{t(`landing.${who}.text`)}</Text>
          </li>
        ))}
      </ul>
    </main>
  )
}
