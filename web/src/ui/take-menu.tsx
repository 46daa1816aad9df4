import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload, IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { PaperSheet } from './paper-sheet.tsx'
import { t } from './records-texts.ts'
import classes from './records.module.css'
import { saveWorkbook } from './save-workbook.ts'
import type { Sheet } from './sheet.ts'

type Props = { readonly label?: string; readonly variant?: string; readonly collect: () => Promise<Sheet> }

/** Takes what is meant away: all of it is asked for when it is wanted. */
export function TakeMenu({ label = t('take'), variant = 'default', collect }: Props) {
  const [isBusy, setBusy] = useState(false)
  const [paper, setPaper] = useState<Sheet | null>(null)

  const take = async (handOver: (sheet: Sheet) => Promise<void> | void) => {
    setBusy(true)
    try {
      const sheet = await collect()
      await handOver(sheet)
      if (sheet.isCut) notifications.show({ message: t('take.cut', { count: sheet.rows.length }), autoClose: false })
    } catch {
      notifications.show({ color: 'red', message: t('take.failed') })
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button
            variant={variant}
            loading={isBusy}
            leftSection={<IconDownload size={20} aria-hidden="true" />}
            aria-label={isBusy ? t('take.busy') : label}
          >
            <span className={classes.long}>{label}</span>
            <span className={classes.short}>{t('take.short')}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFileSpreadsheet size={20} />} onClick={() => void take(saveWorkbook)}>
            {t('take.workbook')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPrinter size={20} />} onClick={() => void take(setPaper)}>
            {t('take.paper')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {paper && <PaperSheet sheet={paper} onDone={() => setPaper(null)} />}
    </>
  )
}
