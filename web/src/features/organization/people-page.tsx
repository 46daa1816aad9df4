import { Accordion, ActionIcon, Badge, Button, Tabs, Text, TextInput } from '@mantine/core'
import { type Group, nameKey, type StaffMember } from '@kolosok/contract'
import { IconPencil, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { LetBackButton } from '#features/coming-back/index.ts'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { ConfirmedBadge } from '#ui/confirmed-badge.tsx'
import { Face } from '#ui/face.tsx'
import { EditStaff } from './edit-staff.tsx'
import classes from './group.module.css'
import { childrenQuery, groupsQuery, staffQuery } from './queries.ts'
import { Loaded } from './query-states.tsx'
import { t } from './texts.ts'

export function PeoplePage() {
  const { code, abilities } = useOrganization()
  return (
    <OrganizationPage
      title={t('people.title')}
      lead={t('people.lead')}
      actions={
        abilities.manageStructure && (
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link to="/o/$code/imports" params={{ code }} search={{ kind: 'staff' }} {...props} />
            )}
          >
            {t('groups.import')}
          </Button>
        )
      }
    >
      <Tabs defaultValue="staff" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="staff" mih={44}>
            {t('people.staff')}
          </Tabs.Tab>
          <Tabs.Tab value="parents" mih={44}>
            {t('people.parents')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="staff">
          <Staff />
        </Tabs.Panel>
        <Tabs.Panel value="parents">
          <ParentsByGroup />
        </Tabs.Panel>
      </Tabs>
    </OrganizationPage>
  )
}

function Staff() {
  const { id } = useOrganization()
  const staff = useQuery(staffQuery(id))
  const [q, setQ] = useState('')
  const [edited, setEdited] = useState<StaffMember | null>(null)
  return (
    <section className={classes.section}>
      <TextInput
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
        placeholder={t('people.search')}
        aria-label={t('people.search')}
        leftSection={<IconSearch size={20} aria-hidden="true" />}
        mb="xs"
      />
      <Loaded query={staff} rows={6}>
        {(all) => {
          const found = all.filter(({ fullName, person }) =>
            nameKey(`${fullName} ${person.label}`).includes(nameKey(q)),
          )
          if (found.length === 0) return <Text c="dimmed">{t('people.nobody')}</Text>
          return (
            <ul className={classes.rows}>
              {found.map((member) => (
                <StaffRow key={member.person.membershipId} member={member} onEdit={() => setEdited(member)} />
              ))}
            </ul>
          )
        }}
      </Loaded>
      {edited && <EditStaff member={edited} onClose={() => setEdited(null)} />}
    </section>
  )
}

function StaffRow({ member, onEdit }: { member: StaffMember; onEdit: () => void }) {
  const { person, fullName, isAdmin, groups } = member
  const where = groups.map((group) => group.name).join(', ')
  return (
    <li className={classes.row}>
      <Face name={person.name} />
      <span className={classes.who}>
        <b>
          {fullName === '' ? person.name : fullName}
          {person.isConfirmed && <ConfirmedBadge label={t('confirmed')} />}
        </b>
        {(isAdmin || person.role === 'management') && (
          <Badge variant="light" {...(!isAdmin && { color: 'gray' })}>
            {t(isAdmin ? 'people.admin' : 'people.management')}
          </Badge>
        )}
        <small>{[person.label, where].filter((part) => part !== '').join(' · ') || t('people.no-groups')}</small>
        {!person.isConfirmed && <small className={classes.waiting}>{t('unconfirmed')}</small>}
      </span>
      {member.mayBeLetBack && <LetBackButton person={person} />}
      {member.isEditable && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t('people.edit', { name: person.name })}
          onClick={onEdit}
        >
          <IconPencil size={20} />
        </ActionIcon>
      )}
    </li>
  )
}

/** Only of groups whose children one may see; each is asked for when it is opened. */
function ParentsByGroup() {
  const { id } = useOrganization()
  const groups = useQuery(groupsQuery(id))
  return (
    <Loaded query={groups}>
      {(all) => {
        const open = all.filter((group) => group.abilities.seeChildren)
        if (open.length === 0) return <Text c="dimmed">{t('people.parents.no-groups')}</Text>
        return (
          <Accordion variant="separated" radius="lg" order={2}>
            {open.map((group) => (
              <Accordion.Item key={group.id} value={group.id}>
                <Accordion.Control>{group.name}</Accordion.Control>
                <Accordion.Panel>
                  <Parents group={group} />
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        )
      }}
    </Loaded>
  )
}

function Parents({ group }: { group: Group }) {
  const children = useQuery(childrenQuery(group.id))
  return (
    <Loaded query={children} rows={3}>
      {(all) => {
        const guardians = all.flatMap((child) => child.guardians.map((person) => ({ person, child })))
        if (guardians.length === 0) return <Text c="dimmed">{t('people.parents.empty')}</Text>
        return (
          <ul className={classes.rows}>
            {guardians.map(({ person, child }) => (
              <li key={`${person.membershipId} ${child.id}`} className={classes.row}>
                <Face name={person.name} />
                <span className={classes.who}>
                  <b>{person.name}</b>
                  <small>{[person.label, child.name].filter((part) => part !== '').join(' · ')}</small>
                </span>
                {group.abilities.editChildren && <LetBackButton person={person} />}
              </li>
            ))}
          </ul>
        )
      }}
    </Loaded>
  )
}
