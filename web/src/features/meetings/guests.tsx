import {
  type LinkGuest,
  MAX_GUEST_NAME,
  type MeetingGuest,
  type MeetingGuestId,
  type MeetingId,
} from '@kolosok/contract'
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { formatTime } from '#lib/dates.ts'
import { newId } from '#lib/new-id.ts'
import { useRemoveGuest, useSaveGuest } from './attendance-queries.ts'
import classes from './meetings.module.css'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { t } from './texts.ts'

type Props = {
  readonly meetingId: MeetingId
  readonly guests: readonly MeetingGuest[]
  readonly linkGuests: readonly LinkGuest[]
  readonly mayMark: boolean
}

/** Whoever is there and is not on the list: typed by name. */
export function Guests({ meetingId, guests, linkGuests, mayMark }: Props) {
  const remove = useRemoveGuest(meetingId)
  if (guests.length + linkGuests.length === 0 && !mayMark) return null
  return (
    <>
      <h3 className={classes.subTitle}>{t('guests')}</h3>
      <ul className={classes.people}>
        {linkGuests.map(({ id, name, cameAt, wentAt, seconds }) => (
          <li key={id} className={classes.person}>
            <span>
              {name}
              <span className={classes.about}>
                {t('guests.by-link', {
                  from: formatTime(cameAt),
                  until: formatTime(wentAt),
                  minutes: Math.round(seconds / 60),
                })}
              </span>
            </span>
          </li>
        ))}
        {guests.map(({ id, name }) => (
          <li key={id} className={classes.person}>
            <span>{name}</span>
            {mayMark && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={44}
                aria-label={t('guests.remove', { name })}
                loading={remove.isPending && remove.variables.params.guestId === id}
                onClick={() => remove.mutate({ params: { meetingId, guestId: id } })}
              >
                <IconX size={20} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {mayMark && <NewGuest meetingId={meetingId} />}
    </>
  )
}

function NewGuest({ meetingId }: { meetingId: MeetingId }) {
  const [name, setName] = useState('')
  const [id, setId] = useState(() => newId() as MeetingGuestId)
  const save = useSaveGuest(meetingId)
  const problem = save.error && (badFieldsOf(save.error)?.['name'] ?? sentenceOf(save.error))
  return (
    <form
      noValidate
      className={classes.newGuest}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(
          { params: { meetingId, guestId: id }, body: { name } },
          {
            onSuccess: () => {
              setName('')
              setId(newId() as MeetingGuestId)
            },
          },
        )
      }}
    >
      <TextInput
        flex={1}
        label={t('guests.name')}
        placeholder={t('guests.hint')}
        maxLength={MAX_GUEST_NAME}
        value={name}
        error={problem}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" leftSection={<IconPlus size={20} />} loading={save.isPending}>
        {t('guests.add')}
      </Button>
    </form>
  )
}
