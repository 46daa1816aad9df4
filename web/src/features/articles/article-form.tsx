import { articleRole, articleTopic, MAX_ARTICLE_TEXT, MAX_ARTICLE_TITLE } from '@kolosok/contract'
import {
  Alert,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import { ArticleText } from './article-text.tsx'
import classes from './articles.module.css'
import { m } from './manage-texts.ts'
import { t } from './texts.ts'
import type { ArticleEditor } from './use-article-editor.ts'

/** Writing: what it is about, for whom, and the text beside how it will look. */
export function ArticleForm({ editor }: { editor: ArticleEditor }) {
  const { title, topic, roles, isOpen, faults, change } = editor
  return (
    <form
      noValidate
      className={classes.card}
      onSubmit={(event) => {
        event.preventDefault()
        editor.submit()
      }}
    >
      <Stack>
        <TextInput
          label={m('field.title')}
          description={m('field.title.hint')}
          maxLength={MAX_ARTICLE_TITLE}
          value={title}
          error={faults['title']}
          onChange={({ currentTarget }) => change({ title: currentTarget.value })}
        />
        <NativeSelect
          label={m('field.topic')}
          value={topic}
          data={articleTopic.options.map((value) => ({ value, label: t(`topic.${value}`) }))}
          error={faults['topic']}
          onChange={({ currentTarget }) => change({ topic: articleTopic.parse(currentTarget.value) })}
        />
        <Checkbox.Group
          label={m('field.roles')}
          value={[...roles]}
          error={faults['roles']}
          onChange={(values) => change({ roles: articleRole.options.filter((role) => values.includes(role)) })}
        >
          <Group mt={6}>
            {articleRole.options.map((role) => (
              <Checkbox key={role} value={role} label={m(`role.${role}`)} py={6} />
            ))}
          </Group>
        </Checkbox.Group>
        <Checkbox
          label={m('field.open')}
          description={m('field.open.hint')}
          checked={isOpen}
          onChange={({ currentTarget }) => change({ isOpen: currentTarget.checked })}
        />
        <TextField editor={editor} />
        {editor.problem !== null && (
          <Alert color="red" role="alert">
            {editor.problem}
          </Alert>
        )}
        <Button type="submit" size="md" loading={editor.isPending} style={{ alignSelf: 'flex-start' }}>
          {m('save')}
        </Button>
      </Stack>
    </form>
  )
}

function TextField({ editor: { text, faults, change } }: { editor: ArticleEditor }) {
  const [isPreview, setPreview] = useState(false)
  return (
    <>
      <SegmentedControl
        aria-label={m('tabs')}
        value={isPreview ? 'preview' : 'text'}
        onChange={(value) => setPreview(value === 'preview')}
        data={[
          { value: 'text', label: m('tab.text') },
          { value: 'preview', label: m('tab.preview') },
        ]}
      />
      {!isPreview && (
        <Textarea
          label={m('field.text')}
          description={m('field.text.hint')}
          autosize
          minRows={10}
          maxRows={30}
          maxLength={MAX_ARTICLE_TEXT}
          value={text}
          error={faults['text']}
          onChange={({ currentTarget }) => change({ text: currentTarget.value })}
        />
      )}
      {isPreview && (text.trim() === '' ? <Text c="dimmed">{m('preview.empty')}</Text> : <ArticleText text={text} />)}
    </>
  )
}
