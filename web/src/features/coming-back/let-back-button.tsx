import { ActionIcon } from '@mantine/core'
import type { Person } from '@kolosok/contract'
import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { LetBackDialog } from './let-back-dialog.tsx'
import { t } from './texts.ts'

/** The way back for one who has lost the own ones; shown to whoever may make it. */
export function LetBackButton({ person }: { person: Person }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        aria-label={t('make', { name: person.name })}
        onClick={() => setOpen(true)}
      >
        <IconKey size={20} />
      </ActionIcon>
      {isOpen && <LetBackDialog person={person} onClose={() => setOpen(false)} />}
    </>
  )
}
