import { consentEndpoints, type ConsentPurposeId, pathOf } from '@kolosok/contract'
import { Button, Menu } from '@mantine/core'
import { IconFileDownload } from '@tabler/icons-react'
import { t } from './texts.ts'

export function RegisterMenu({ purposeId }: { purposeId: ConsentPurposeId }) {
  return (
    <Menu shadow="md" radius="md">
      <Menu.Target>
        <Button variant="default" leftSection={<IconFileDownload size={18} aria-hidden="true" />}>
          {t('office.register')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['pdf', 'xlsx'] as const).map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={pathOf(consentEndpoints.register, { consentPurposeId: purposeId, format })}
            download
          >
            {t(`office.register.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
