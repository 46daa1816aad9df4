import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { t } from './texts.ts'

export const PrintButton = () => (
  <Button variant="default" leftSection={<IconPrinter size={20} />} onClick={() => window.print()}>
    {t('print')}
  </Button>
)
