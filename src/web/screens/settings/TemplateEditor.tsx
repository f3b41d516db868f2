import { Button, Menu, Textarea, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { SectionHead } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { fieldsOf } from '../../../messaging/model/template.ts'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useCall } from '../../api/use-ask.ts'
import { fieldWords, MergedText } from '../inbox/MergedText.tsx'
import styles from './settings.module.css'

type Template = OutputOf<Queries, 'messaging.templates'>['templates'][number]

/** Writes one template; what is merged in is marked beside it, and a field that does not exist is said at once. */
export const TemplateEditor = ({
  template,
  fields,
}: {
  readonly template: Template
  readonly fields: readonly string[]
}) => {
  const [subject, setSubject] = useState(template.subject)
  const [body, setBody] = useState(template.body)
  const area = useRef<HTMLTextAreaElement>(null)
  const save = useCall('messaging.saveTemplate', { freshens: ['messaging.templates'] })
  const reset = useCall('messaging.resetTemplate', { freshens: ['messaging.templates'] })
  const { unknown } = fieldsOf(`${subject}\n${body}`)
  const insert = (field: string) => {
    const at = area.current?.selectionStart ?? body.length
    setBody(`${body.slice(0, at)}{{ ${field} }}${body.slice(at)}`)
  }
  const { key, name, language, purpose } = template
  return (
    <section>
      <SectionHead title={name} says={`${template.key}, ${language}`} />
      <div className={styles.editor}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void save.run({ key, name, language, purpose, subject, body })
          }}
        >
          <TextInput
            label="Subject"
            value={subject}
            onChange={(event) => setSubject(event.currentTarget.value)}
          />
          <Textarea
            ref={area}
            label="Text"
            autosize
            minRows={8}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
          {unknown.length > 0 && (
            <Refused>There is no field {unknown.join(', ')}: every mail with it would be held back.</Refused>
          )}
          {(save.refusal ?? reset.refusal) && <Refused>{(save.refusal ?? reset.refusal)?.says}</Refused>}
          <div className={styles.acts}>
            <Button
              type="submit"
              variant="filled"
              loading={save.running}
              disabled={unknown.length > 0 || (subject === template.subject && body === template.body)}
            >
              Save template
            </Button>
            <Menu position="bottom-start">
              <Menu.Target>
                <Button>Insert a field</Button>
              </Menu.Target>
              <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
                {fields.map((field) => (
                  <Menu.Item key={field} onClick={() => insert(field)}>
                    {fieldWords(field)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
            {!template.isDefault && (
              <Button onClick={() => void reset.run({ key, language })}>Back to the product’s words</Button>
            )}
          </div>
        </form>
        <MergedText pieces={marked(`${subject}\n\n${body}`)} />
      </div>
    </section>
  )
}

/** The text with its fields as pieces of their own, in words. */
const marked = (text: string) =>
  text.split(/(\{\{[^}]*\}\})/u).map((part) => {
    const field = /^\{\{\s*(.*?)\s*\}\}$/u.exec(part)?.[1]
    return field === undefined ? { text: part } : { text: fieldWords(field), field }
  })
