import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  CloseButton,
  Input,
  InputWrapper,
  Kbd,
  type MantineThemeComponents,
  Menu,
  Modal,
  Popover,
  Radio,
  SegmentedControl,
  Skeleton,
  Switch,
  Table,
  Tabs,
  Tooltip,
} from '@mantine/core'
import styles from './theme.module.css'

const floats = { shadow: 'md', radius: 'md' } as const

/** How each part of the library looks and behaves unless a screen says otherwise. */
export const components: MantineThemeComponents = {
  Button: Button.extend({
    defaultProps: { size: 'xs', variant: 'default' },
    classNames: { root: styles.button!, section: styles.buttonSection! },
  }),
  ActionIcon: ActionIcon.extend({
    defaultProps: { variant: 'subtle', color: 'gray' },
    classNames: { root: styles.actionIcon! },
  }),
  CloseButton: CloseButton.extend({ classNames: { root: styles.actionIcon! } }),
  Input: Input.extend({
    // A field of many lines (chips among them) is at least as high as the others, and grows with what it holds.
    vars: (_, { multiline }) => ({
      input: {},
      wrapper: {
        '--input-height': 'var(--h-field)',
        '--input-size': multiline ? 'auto' : 'var(--h-field)',
        '--input-fz': 'var(--fs-13)',
      },
    }),
    classNames: { wrapper: styles.inputWrapper!, input: styles.input! },
  }),
  InputWrapper: InputWrapper.extend({
    classNames: { label: styles.label!, description: styles.description!, error: styles.error! },
    defaultProps: { inputWrapperOrder: ['label', 'description', 'input', 'error'], withAsterisk: false },
  }),
  Checkbox: Checkbox.extend({
    defaultProps: { size: 'xs', radius: 'xs' },
    classNames: { body: styles.choiceBody!, input: styles.choice!, label: styles.choiceLabel! },
  }),
  Radio: Radio.extend({
    defaultProps: { size: 'xs' },
    classNames: { body: styles.choiceBody!, radio: styles.choice!, label: styles.choiceLabel! },
  }),
  Switch: Switch.extend({
    defaultProps: { size: 'xs', withThumbIndicator: false },
    classNames: { track: styles.track!, body: styles.choiceBody!, label: styles.choiceLabel! },
  }),
  Badge: Badge.extend({
    defaultProps: { radius: 'xs', variant: 'default' },
    styles: { root: { textTransform: 'none', fontWeight: 500, letterSpacing: 0 } },
  }),
  Tabs: Tabs.extend({
    defaultProps: { variant: 'pills' },
    classNames: { list: styles.pills!, tab: styles.pill! },
  }),
  SegmentedControl: SegmentedControl.extend({
    classNames: { root: styles.segments!, label: styles.segment!, indicator: styles.segmentOn! },
  }),
  Table: Table.extend({
    classNames: { th: styles.th!, td: styles.td! },
    defaultProps: { highlightOnHover: true },
  }),
  Kbd: Kbd.extend({ classNames: { root: styles.kbd! } }),
  Tooltip: Tooltip.extend({
    defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: false } },
    classNames: { tooltip: styles.tooltip! },
  }),
  Menu: Menu.extend({
    defaultProps: floats,
    classNames: {
      dropdown: styles.floating!,
      item: styles.menuItem!,
      label: styles.menuLabel!,
      divider: styles.menuDivider!,
    },
  }),
  Popover: Popover.extend({ defaultProps: floats, classNames: { dropdown: styles.floating! } }),
  Modal: Modal.extend({
    defaultProps: {
      radius: 'lg',
      shadow: 'xl',
      centered: true,
      closeButtonProps: { 'aria-label': 'Close' },
      overlayProps: { className: styles.scrim },
      transitionProps: { duration: 120 },
      // The dialog's header is not the page's banner; without this the page has two.
      attributes: { header: { role: 'presentation' } },
    },
    classNames: {
      content: styles.dialog!,
      header: styles.dialogHeader!,
      title: styles.dialogTitle!,
      body: styles.dialogBody!,
    },
  }),
  Skeleton: Skeleton.extend({ defaultProps: { radius: 'xs' }, classNames: { root: styles.skeleton! } }),
  Notification: {
    classNames: {
      root: styles.notification!,
      title: styles.notificationTitle!,
      description: styles.notificationText!,
    },
  },
}
