import { Button, Menu } from '@mantine/core'
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs'
import { DateText } from '../../../design/parts/DateText.tsx'
import { laterChoices } from './later-choices.ts'

/** When a mail leaves: now, or at one of the moments people mean by later. */
export const LaterMenu = ({
  value,
  onChange,
}: {
  readonly value: string | undefined
  readonly onChange: (at: string | undefined) => void
}) => (
  <Menu position="bottom-end">
    <Menu.Target>
      <Button leftSection={<IconClock />}>{value ? <DateText at={value} /> : 'Later'}</Button>
    </Menu.Target>
    <Menu.Dropdown>
      {value && <Menu.Item onClick={() => onChange(undefined)}>Now</Menu.Item>}
      {laterChoices(new Date()).map(({ says, at }) => (
        <Menu.Item key={says} rightSection={<DateText at={at} />} onClick={() => onChange(at)}>
          {says}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
)
