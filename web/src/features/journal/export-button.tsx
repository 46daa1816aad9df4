import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { exportJournal, MOST_ROWS } from './export-journal.ts'
import type { JournalFilter } from './queries.ts'
import { t } from './texts.ts'

/** What the filter chooses, as a workbook; a long one tells how far it is, and can be stopped. */
export function ExportButton({ filter }: { filter: JournalFilter }) {
  const organization = useOrganization()
  const [count, setCount] = useState<number | null>(null)
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])

  const run = async () => {
    const controller = new AbortController()
    running.current = controller
    setCount(0)
    try {
      const { isCut } = await exportJournal(organization, filter, { signal: controller.signal, onProgress: setCount })
      if (isCut) notifications.show({ message: t('export.cut', { count: MOST_ROWS }), autoClose: false })
    } catch {
      if (!controller.signal.aborted) notifications.show({ color: 'red', message: t('export.failed') })
    } finally {
      setCount(null)
    }
  }

  if (count === null) {
    return (
      <Button variant="default" leftSection={<IconDownload size={20} aria-hidden="true" />} onClick={() => void run()}>
        {t('export')}
      </Button>
    )
  }
  return (
    <>
      <span role="status">{t('export.running', { count })}</span>
      <Button variant="default" onClick={() => running.current?.abort()}>
        {t('export.stop')}
      </Button>
    </>
  )
}
