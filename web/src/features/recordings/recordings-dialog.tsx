import type { CallId } from '@kolosok/contract'
import { Modal } from '@mantine/core'
import { Recordings } from './recordings.tsx'
import { t } from './texts.ts'

type Props = { readonly callId: CallId; readonly onClose: () => void }

/** What was recorded of a call, from its record in the chat. */
export const RecordingsDialog = ({ callId, onClose }: Props) => (
  <Modal opened onClose={onClose} title={t('dialog')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
    <Recordings room={{ owner: 'call', id: callId }} isExpected isUntitled />
  </Modal>
)
