import { Button, Popover, TextInput } from '@mantine/core'
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs'
import { useState } from 'react'

/** Lets a mail leave at a chosen moment instead of now; the moment is in the writer's own time. */
export const SendLater = ({
  disabled,
  onSend,
}: {
  readonly disabled: boolean
  readonly onSend: (at: string) => void
}) => {
  const [opened, setOpened] = useState(false)
  const [at, setAt] = useState(() => localText(tomorrowMorning()))
  const send = () => {
    setOpened(false)
    onSend(new Date(at).toISOString())
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="top-end" trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          disabled={disabled}
          leftSection={<IconClock aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          Later
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={12}>
        <TextInput
          type="datetime-local"
          label="Leaves at"
          description={Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ')}
          value={at}
          min={localText(new Date())}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
        <Button mt={8} fullWidth disabled={!(Date.parse(at) > Date.now())} onClick={send}>
          Send then
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}

const tomorrowMorning = () => {
  const day = new Date()
  day.setDate(day.getDate() + 1)
  day.setHours(9, 0, 0, 0)
  return day
}

/** As a datetime field writes it: the local clock without a zone. */
const localText = (moment: Date): string =>
  new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
