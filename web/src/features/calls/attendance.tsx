import type { CallId } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { AttendanceDialog } from '#features/rooms/index.ts'
import { attendanceQuery } from './queries.ts'

type Props = { readonly callId: CallId; readonly isOpen: boolean; readonly onClose: () => void }

/** Who was in a call, from when to when. */
export function Attendance({ callId, ...dialog }: Props) {
  const query = useQuery({ ...attendanceQuery(callId), enabled: dialog.isOpen })
  return <AttendanceDialog query={query} {...dialog} />
}
