import { ActionIcon, Menu } from '@mantine/core'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import { Name } from '../../../design/parts/Face.tsx'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import styles from './card-menu.module.css'
import type { Acts } from './use-acts.ts'
import type { Card } from './use-pipeline.ts'

type StageOf = { readonly id: string; readonly name: string; readonly kind: string }

/** Everything that can be done to one card without dragging it. */
export const CardMenu = ({
  card,
  stages,
  acts,
  opened,
  onOpened,
}: {
  readonly card: Card
  readonly stages: readonly StageOf[]
  readonly acts: Acts
  readonly opened: boolean
  readonly onOpened: (opened: boolean) => void
}) => (
  <Menu opened={opened} onChange={onOpened} position="bottom-end" width={232}>
    <Menu.Target>
      <ActionIcon className={styles.more} aria-label={`Acts on ${card.name}`}>
        <IconDots />
      </ActionIcon>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Label>
        Move <Name>{card.name}</Name> to
      </Menu.Label>
      {stages.map((stage) => (
        <Menu.Item
          key={stage.id}
          disabled={stage.id === card.stageId || !acts.mayMove}
          onClick={() => acts.moveTo([card], stage)}
        >
          {stage.kind === 'hired' ? 'Hired…' : stage.name}
        </Menu.Item>
      ))}
      {acts.mayDecide && (
        <>
          <Menu.Divider />
          <Menu.Item
            onClick={() => acts.ask('advance', [card.applicationId])}
            rightSection={<KeyCap keys="a" />}
          >
            Advance…
          </Menu.Item>
          <Menu.Item
            onClick={() => acts.ask('hold', [card.applicationId])}
            rightSection={<KeyCap keys="h" />}
          >
            Hold…
          </Menu.Item>
          <Menu.Item
            onClick={() => acts.ask('reject', [card.applicationId])}
            rightSection={<KeyCap keys="shift+r" />}
          >
            Reject…
          </Menu.Item>
        </>
      )}
    </Menu.Dropdown>
  </Menu>
)
