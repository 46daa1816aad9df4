import { Tabs } from '@mantine/core'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { Broadcasts, Calls, Meetings } from './event-registers.tsx'
import { Chats } from './chats.tsx'
import { t } from './texts.ts'

const registers = { chats: Chats, calls: Calls, meetings: Meetings, broadcasts: Broadcasts } as const
const names = ['chats', 'calls', 'meetings', 'broadcasts'] as const

/** Which chats there are, and what has taken place; for a teacher of own groups. */
export function RegisterPage() {
  const { abilities } = useOrganization()
  return (
    <OrganizationPage title={t('title')} lead={t(abilities.seeStatistics ? 'lead' : 'lead.own')}>
      <Tabs defaultValue="chats" keepMounted={false}>
        <Tabs.List aria-label={t('title')}>
          {names.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {names.map((name) => {
          const Register = registers[name]
          return (
            <Tabs.Panel key={name} value={name} pt="md">
              <Register />
            </Tabs.Panel>
          )
        })}
      </Tabs>
    </OrganizationPage>
  )
}
