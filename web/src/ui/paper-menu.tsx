import { Button, Menu } from '@mantine/core'
import { IconFileDownload } from '@tabler/icons-react'

type Props = { readonly label: string; readonly papers: readonly { readonly label: string; readonly href: string }[] }

/** A paper that is drawn anew whenever it is wanted: in which form. */
export function PaperMenu({ label, papers }: Props) {
  return (
    <Menu shadow="md" radius="md">
      <Menu.Target>
        <Button variant="default" leftSection={<IconFileDownload size={18} aria-hidden="true" />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {papers.map(({ label: name, href }) => (
          <Menu.Item key={href} component="a" href={href} download>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
