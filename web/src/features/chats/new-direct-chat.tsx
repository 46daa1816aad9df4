import { Button, Loader, Modal, Skeleton, Text, TextInput, UnstyledButton } from '@mantine/core'
import type { OrganizationId, Person } from '@kolosok/contract'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconUsersPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { isProblem } from '#lib/api.ts'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { ConfirmedBadge } from '#ui/confirmed-badge.tsx'
import { Face } from '#ui/face.tsx'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import classes from './chat-list.module.css'
import { NewGroupChat } from './new-group-chat.tsx'
import { contactsQuery, useOpenDirectChat } from './queries.ts'
import { t } from './texts.ts'

/** Chooses whom to write to; the chat is the same ever after. */
export function NewDirectChat({ onClose }: { onClose: () => void }) {
  const { organization, abilities } = useCurrentOrganization()
  const [isGroup, setGroup] = useState(false)
  if (organization && isGroup) return <NewGroupChat organizationId={organization.id} onClose={onClose} />
  return (
    <Modal opened onClose={onClose} title={t('contacts.title')}>
      {abilities?.createChats && (
        <Button
          fullWidth
          variant="light"
          mb="md"
          leftSection={<IconUsersPlus size={20} />}
          onClick={() => setGroup(true)}
        >
          {t('contacts.group')}
        </Button>
      )}
      {organization ? (
        <Contacts organizationId={organization.id} onClose={onClose} />
      ) : (
        <EmptyState title={t('contacts.empty.title')} text={t('contacts.empty.text')} />
      )}
    </Modal>
  )
}

function Contacts({ organizationId, onClose }: { organizationId: OrganizationId; onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 200)
  const open = useOpenDirectChat(organizationId)
  const navigate = useNavigate()

  const choose = (person: Person) =>
    open.mutate(person.membershipId, {
      onSuccess: ({ id }) => {
        onClose()
        void navigate({ to: '/chats/$chatId', params: { chatId: id } })
      },
    })

  return (
    <>
      <TextInput
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        placeholder={t('contacts.search')}
        aria-label={t('contacts.search')}
        leftSection={<IconSearch size={20} aria-hidden="true" />}
        rightSection={open.isPending && <Loader size={18} />}
      />
      {open.isError && (
        <Text role="alert" c="var(--danger)" mt="xs">
          {t(isProblem(open.error, 'forbidden') ? 'contacts.forbidden' : 'contacts.failed')}
        </Text>
      )}
      <div className={classes.people}>
        <Found organizationId={organizationId} q={q} onChoose={choose} />
      </div>
    </>
  )
}

type FoundProps = { organizationId: OrganizationId; q: string; onChoose: (person: Person) => void }

function Found({ organizationId, q, onChoose }: FoundProps) {
  const query = useInfiniteQuery(contactsQuery(organizationId, q))
  if (query.isPending) return [1, 2, 3, 4].map((n) => <Skeleton key={n} height={44} my={8} radius="md" />)
  if (query.isError) {
    return (
      <ErrorState
        title={t('contacts.error.title')}
        text={t('error.text')}
        retry={t('error.retry')}
        onRetry={() => void query.refetch()}
      />
    )
  }
  const people = query.data.pages.flatMap((page) => page.people)
  if (people.length === 0) {
    return q === '' ? (
      <EmptyState title={t('contacts.empty.title')} text={t('contacts.empty.text')} />
    ) : (
      <EmptyState title={t('not-found.title')} text={t('not-found.text')} />
    )
  }
  return (
    <>
      {people.map((person) => (
        <UnstyledButton key={person.membershipId} className={classes.person} onClick={() => onChoose(person)}>
          <Face name={person.name} />
          <span>
            <span className={classes.personName}>
              {person.name}
              {person.isConfirmed && <ConfirmedBadge label={t('confirmed')} />}
            </span>
            <span className={classes.personLabel}>{person.label}</span>
          </span>
        </UnstyledButton>
      ))}
      {query.hasNextPage && (
        <Button
          fullWidth
          variant="subtle"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('contacts.more')}
        </Button>
      )}
    </>
  )
}
