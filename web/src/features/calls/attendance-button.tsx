import type { CallId } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { t } from './texts.ts'

const Attendance = lazy(async () => ({ default: (await import('./attendance.tsx')).Attendance }))

/** On a call's record in the chat, for those who answer for it. */
export function AttendanceButton({ callId }: { callId: CallId }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        {t('record.attendance')}
      </Button>
      {isOpen && (
        <Suspense>
          <Attendance callId={callId} isOpen onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
