import { Button, Menu } from '@mantine/core'
import IconTemplate from '@tabler/icons-react/dist/esm/icons/IconTemplate.mjs'
import { useAsk } from '../../api/use-ask.ts'

/** Begins the text with a template; each is sent in the person's language where there is one. */
export const TemplateMenu = ({
  purpose,
  onChoose,
}: {
  readonly purpose: 'process' | 'outreach'
  readonly onChoose: (template: {
    readonly key: string
    readonly subject: string
    readonly body: string
  }) => void
}) => {
  const { data } = useAsk('messaging.templates', {}, { staleTime: 300_000 })
  const byKey = Map.groupBy(
    (data?.templates ?? []).filter((one) => one.purpose === purpose),
    (one) => one.key,
  )
  const choices = [...byKey.values()].map(
    (languages) => languages.find((one) => one.language === 'en') ?? languages[0]!,
  )
  if (choices.length === 0) return null
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <Button variant="subtle" leftSection={<IconTemplate aria-hidden />}>
          Template
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
        {choices.map((one) => (
          <Menu.Item key={one.key} onClick={() => onChoose(one)}>
            {one.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
