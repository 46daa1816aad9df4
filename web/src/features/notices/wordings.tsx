import type { NoticeWording } from '@kolosok/contract'
import { Button, Modal } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { LinkedText } from '#ui/linked-text.tsx'
import classes from './notices.module.css'
import { t } from './texts.ts'
import { formatWhen } from './words.ts'

/** What it said before, for those who look after it. */
export function Wordings({ wordings }: { wordings: readonly NoticeWording[] }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconHistory size={20} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => setOpen(true)}
      >
        {t('wordings', { count: wordings.length })}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t('wordings.title')} size="lg">
        {wordings.map((wording) => (
          <Wording key={wording.replacedAt} wording={wording} />
        ))}
      </Modal>
    </>
  )
}

function Wording({ wording: { title, text, options, files, replacedAt, answers } }: { wording: NoticeWording }) {
  return (
    <article className={classes.wording}>
      <div className={classes.meta}>
        {t('wordings.until', { when: formatWhen(replacedAt) })} · {t('wordings.answers', { count: answers })}
      </div>
      <b>{title}</b>
      {text !== '' && (
        <p className={classes.text}>
          <LinkedText text={text} />
        </p>
      )}
      {options.length > 0 && <span>{t('wordings.options', { options: options.join(', ') })}</span>}
      {files.length > 0 && <span>{t('wordings.files', { names: files.join(', ') })}</span>}
    </article>
  )
}
