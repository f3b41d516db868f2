import { Button, Popover, TextInput } from '@mantine/core'
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs'
import { useState } from 'react'
import { DateText } from '../../../design/parts/DateText.tsx'
import styles from './compose.module.css'
import { laterChoices } from './later-choices.ts'

/** When a mail leaves: now, at a moment people mean by later, or at any other, in the writer's own zone. */
export const LaterMenu = ({
  value,
  onChange,
}: {
  readonly value: string | undefined
  readonly onChange: (at: string | undefined) => void
}) => {
  const [opened, setOpened] = useState(false)
  const [other, setOther] = useState('')
  const choose = (at: string | undefined) => {
    setOpened(false)
    onChange(at)
  }
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ')
  return (
    <Popover opened={opened} onChange={setOpened} position="top-end" trapFocus>
      <Popover.Target>
        <Button variant="subtle" leftSection={<IconClock aria-hidden />} onClick={() => setOpened(!opened)}>
          {value ? <DateText at={value} as="exact" /> : 'Later'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8} className={styles.later}>
        {value && (
          <Button variant="subtle" justify="start" onClick={() => choose(undefined)}>
            Now
          </Button>
        )}
        {laterChoices(new Date()).map(({ says, at }) => (
          <Button
            key={says}
            variant="subtle"
            justify="space-between"
            rightSection={<DateText at={at} />}
            onClick={() => choose(at)}
          >
            {says}
          </Button>
        ))}
        <TextInput
          type="datetime-local"
          label="Another time"
          description={zone}
          value={other}
          onChange={(event) => setOther(event.currentTarget.value)}
        />
        <Button
          disabled={!(Date.parse(other) > Date.now())}
          onClick={() => choose(new Date(other).toISOString())}
        >
          Leave then
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
