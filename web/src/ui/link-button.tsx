import { ActionIcon, Button, Popover, Stack, TextInput, Tooltip } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { addressOf, putLink, type Typed } from './marks.ts'
import { t } from './marks-texts.ts'

type Props = { readonly now: () => Typed; readonly onPut: (typed: Typed) => void }

type Asking = { readonly at: Typed; readonly words: string; readonly address: string; readonly isWrong: boolean }

/** Asks for the address of a link, and by which words it is shown. */
export function LinkButton({ now, onPut }: Props) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const begin = () => {
    const at = now()
    setAsking({ at, words: at.text.slice(at.start, at.end), address: '', isWrong: false })
  }
  const end = (given: Asking) => {
    const address = addressOf(given.address)
    if (address === null) {
      setAsking({ ...given, isWrong: true })
      return
    }
    setAsking(null)
    onPut(putLink(given.at, { words: given.words, address }))
  }
  return (
    <Popover opened={asking !== null} onChange={() => setAsking(null)} trapFocus width={300} shadow="md" radius="md">
      <Popover.Target>
        <Tooltip label={t('link')}>
          <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('link')} onClick={begin}>
            <IconLink size={20} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        {asking && (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              event.stopPropagation()
              end(asking)
            }}
          >
            <Stack gap="sm">
              <TextInput
                data-autofocus
                label={t('link.address')}
                placeholder="sad.example/menu"
                inputMode="url"
                maxLength={1_000}
                value={asking.address}
                error={asking.isWrong && t('link.wrong')}
                onChange={({ currentTarget }) => setAsking({ ...asking, address: currentTarget.value, isWrong: false })}
              />
              <TextInput
                label={t('link.words')}
                maxLength={300}
                value={asking.words}
                onChange={({ currentTarget }) => setAsking({ ...asking, words: currentTarget.value })}
              />
              <Button type="submit">{t('link.put')}</Button>
            </Stack>
          </form>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
