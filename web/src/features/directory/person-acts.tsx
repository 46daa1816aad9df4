import { Button } from '@mantine/core'
import type { Person, PersonPage, StaffMember } from '@kolosok/contract'
import { IconDoorExit, IconKey, IconPencil, IconPhone, IconRosetteDiscountCheckOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { LetBackDialog } from '#features/coming-back/index.ts'
import { UnconfirmDialog } from '#features/confirmations/index.ts'
import { DepartureDialog } from '#features/departures/index.ts'
import { EditStaff, staffQuery } from '#features/organization/index.ts'
import { useOrganization } from '#features/organization-frame/index.ts'
import { StartPhoneChange } from '#features/phone-changes/index.ts'
import { t } from './texts.ts'

type Doing = 'edit' | 'let-back' | 'phone' | 'unconfirm' | null

/** What can be done about a person, by words rather than by signs. */
export function PersonActs({ page: { person, mayBeLetBack, mayChangePhone, mayBeUnconfirmed } }: { page: PersonPage }) {
  const { id } = useOrganization()
  const isStaff = person.role === 'teacher' || person.role === 'management'
  const staff = useQuery({ ...staffQuery(id), enabled: isStaff })
  const member = staff.data?.find((one) => one.person.membershipId === person.membershipId)
  const [doing, setDoing] = useState<Doing>(null)
  const close = () => setDoing(null)
  return (
    <>
      {member?.isEditable && (
        <Button leftSection={<IconPencil size={20} aria-hidden="true" />} onClick={() => setDoing('edit')}>
          {t('edit')}
        </Button>
      )}
      {mayBeLetBack && (
        <Button
          variant="default"
          leftSection={<IconKey size={20} aria-hidden="true" />}
          onClick={() => setDoing('let-back')}
        >
          {t('let-back')}
        </Button>
      )}
      {mayChangePhone && (
        <Button
          variant="default"
          leftSection={<IconPhone size={20} aria-hidden="true" />}
          onClick={() => setDoing('phone')}
        >
          {t('change-phone')}
        </Button>
      )}
      {mayBeUnconfirmed && (
        <Button
          variant="default"
          leftSection={<IconRosetteDiscountCheckOff size={20} aria-hidden="true" />}
          onClick={() => setDoing('unconfirm')}
        >
          {t('unconfirm')}
        </Button>
      )}
      <Depart person={person} member={member} />
      <Dialogs doing={doing} person={person} member={member} onClose={close} />
    </>
  )
}

type DialogsProps = {
  readonly doing: Doing
  readonly person: Person
  readonly member: StaffMember | undefined
  readonly onClose: () => void
}

function Dialogs({ doing, person, member, onClose }: DialogsProps) {
  return (
    <>
      <Suspense>{doing === 'phone' && <StartPhoneChange person={person} onClose={onClose} />}</Suspense>
      <Suspense>{doing === 'unconfirm' && <UnconfirmDialog person={person} onClose={onClose} />}</Suspense>
      <Suspense>{doing === 'edit' && member && <EditStaff member={member} onClose={onClose} />}</Suspense>
      {doing === 'let-back' && <LetBackDialog person={person} onClose={onClose} />}
    </>
  )
}

/** Out of the organization, with everything handed over. */
function Depart({ person, member }: Pick<DialogsProps, 'person' | 'member'>) {
  const { id, code, shortName } = useOrganization()
  const navigate = useNavigate()
  const [isAsked, setAsked] = useState(false)
  if (!member?.isEditable) return null
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDoorExit size={20} aria-hidden="true" />}
        onClick={() => setAsked(true)}
      >
        {t('depart')}
      </Button>
      <Suspense>
        {isAsked && (
          <DepartureDialog
            target={{ organizationId: id, membershipId: person.membershipId }}
            organization={{ shortName }}
            onClose={() => setAsked(false)}
            onDone={() => void navigate({ to: '/o/$code/people/former', params: { code } })}
          />
        )}
      </Suspense>
    </>
  )
}
